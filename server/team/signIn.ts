import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import { DatelineError } from '../../core/api/errors';

export interface SignInOptions {
  /** Where the company signs people in: an OpenID Connect issuer. */
  issuer: string;
  clientId: string;
  /** Null for a public client. */
  clientSecret: string | null;
}

/** What one browser has to bring back from the company's sign-in, so that no other can finish what it began. */
export const signInSecretsSchema = z.object({
  state: z.string().min(20).max(200),
  nonce: z.string().min(20).max(200),
  verifier: z.string().min(20).max(200),
});
export type SignInSecrets = z.infer<typeof signInSecretsSchema>;

/** Somebody whom the company vouches for. */
export interface VouchedFor {
  /** Who they are for good, whatever they are called: issuer and subject. */
  subject: string;
  name: string;
}

const claimsSchema = z.looseObject({
  iss: z.string().max(300),
  sub: z.string().min(1).max(255),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

/** Sign-in by OpenID Connect with code, PKCE, state and nonce. The issuer is asked about itself when first needed. */
export class SignIn {
  readonly #options: SignInOptions;
  #known: Promise<Configuration> | null = null;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  /** Where to send a browser, and what to hand it. Throws `unreachable`. */
  async begin(backTo: string): Promise<{ url: string; secrets: SignInSecrets }> {
    const configuration = await this.#configuration();
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: backTo,
      scope: 'openid profile email',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, secrets };
  }

  /** Who came back. Throws `not-allowed` for an answer that the issuer did not give to this browser. */
  async finish(cameTo: URL, { state, nonce, verifier }: SignInSecrets): Promise<VouchedFor> {
    const configuration = await this.#configuration();
    try {
      const tokens = await authorizationCodeGrant(configuration, cameTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = claimsSchema.parse(tokens.claims());
      const name = claims.name || claims.preferred_username || claims.email || 'Member';
      return { subject: `${claims.iss} ${claims.sub}`, name };
    } catch {
      throw notVouchedFor();
    }
  }

  async #configuration(): Promise<Configuration> {
    this.#known ??= this.#discover();
    try {
      return await this.#known;
    } catch {
      // It may be there again the next time.
      this.#known = null;
      throw new DatelineError(
        'unreachable',
        'Your company’s sign-in does not answer at the moment.',
        'Try again in a minute. Whoever is signed in here already goes on as before.',
      );
    }
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#options;
    const isPlain = issuer.startsWith('http:');
    return discovery(new URL(issuer), clientId, clientSecret ?? undefined, undefined, {
      timeout: 10,
      ...(isPlain ? { execute: [allowInsecureRequests] } : {}),
    });
  }
}

export function notVouchedFor(): DatelineError {
  return new DatelineError(
    'not-allowed',
    'Your company’s sign-in did not say who you are, or the answer was meant for another browser.',
    'Sign in again from the beginning.',
  );
}
