import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Links not yet used; older ones stop working, so a forgotten list cannot grow. */
const openLinksAtMost = 10;

/** Who may talk to a local server: the holder of a single-use link, then of the session it was exchanged for. */
export interface LaunchLinks {
  readonly session: string;
  /** A new token for one link. */
  mint(): string;
  /** True once for every token minted. */
  redeem(token: string): boolean;
  isSession(candidate: string | undefined): boolean;
}

export function createLaunchLinks(): LaunchLinks {
  const session = newSecret();
  let open: string[] = [];
  return {
    session,
    mint() {
      const token = newSecret();
      open = [...open, token].slice(-openLinksAtMost);
      return token;
    },
    redeem(token) {
      const left = open.filter((candidate) => !isSameSecret(candidate, token));
      const isKnown = left.length < open.length;
      open = left;
      return isKnown;
    },
    isSession: (candidate) => candidate !== undefined && isSameSecret(candidate, session),
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Hashing first gives both sides one length, so the comparison takes the same time for every guess. */
function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
