import { updateLimitBytes } from '../../core/api/contract';

/** What our servers let a client take: bytes, and time. */
export const httpLimits = {
  /** The largest update as base64, and room for the envelope around it. */
  bodyLimit: Math.ceil(updateLimitBytes / 3) * 4 + 100_000,
  // A HEAD request, as link previews send it, must change nothing and use nothing up.
  exposeHeadRoutes: false,
  forceCloseConnections: true,
  requestTimeout: 60_000,
  keepAliveTimeout: 60_000,
  http: { headersTimeout: 10_000 },
} as const;
