import { randomBytes } from 'node:crypto';
import { Refusal } from './envelope';

const INVALID_CLIENT = 1000033;
const TOKEN_EXPIRED = 1000035;
const INVALID_TOKEN = 1000036;
/** YCM API, authentication: 30 minutes and 15 days. */
const ACCESS_MS = 30 * 60_000;
const REFRESH_MS = 15 * 24 * 3600_000;

export type TokenAnswer = {
  access_token: string;
  refresh_token: string;
  token_type: 'bearer';
  /** Seconds. */
  expires_in: number;
  jti: string;
};

/** The sandbox's OAuth: tokens in memory, so a restarted sandbox knows none of the old ones. Refuses by throwing Refusal. */
export class SandboxTokens {
  /** Token to the time it ends. */
  private readonly access = new Map<string, number>();
  private readonly refresh = new Map<string, number>();

  constructor(
    private readonly options: {
      clientId: string;
      clientSecret: string;
      now: () => number;
      lifetimeMs?: number | undefined;
    },
  ) {}

  /** Answers a token request, whichever grant it names. */
  request(form: URLSearchParams): TokenAnswer {
    const grant = form.get('grant_type');
    if (grant === 'client_credentials') {
      if (!this.isClient(form.get('client_id'), form.get('client_secret'))) throw new Refusal(INVALID_CLIENT);
      return this.issue();
    }
    if (grant === 'refresh_token') {
      const token = form.get('refresh_token') ?? '';
      const ends = this.refresh.get(token);
      if (ends === undefined) throw new Refusal(INVALID_TOKEN, 'refresh_token');
      this.refresh.delete(token);
      if (ends <= this.options.now()) throw new Refusal(TOKEN_EXPIRED, 'refresh_token');
      return this.issue();
    }
    throw new Refusal(1000004, 'grant_type');
  }

  revoke(refreshToken: string): void {
    if (!this.refresh.delete(refreshToken)) throw new Refusal(INVALID_TOKEN, 'refresh_token');
  }

  /** Passes for a good `Authorization: Bearer …`. */
  check(authorization: string | undefined): void {
    const ends = this.access.get(bearer(authorization));
    if (ends === undefined) throw new Refusal(INVALID_TOKEN);
    if (ends <= this.options.now()) throw new Refusal(TOKEN_EXPIRED);
  }

  /** Ends a token early: it is then answered with TOKEN_EXPIRED. */
  expire(authorization: string | undefined): void {
    const token = bearer(authorization);
    if (this.access.has(token)) this.access.set(token, 0);
  }

  isClient(id: string | null, secret: string | null): boolean {
    return id === this.options.clientId && secret === this.options.clientSecret;
  }

  private issue(): TokenAnswer {
    const lifetimeMs = this.options.lifetimeMs ?? ACCESS_MS;
    const answer: TokenAnswer = {
      access_token: randomBytes(32).toString('base64url'),
      refresh_token: randomBytes(32).toString('base64url'),
      token_type: 'bearer',
      expires_in: lifetimeMs / 1000,
      jti: randomBytes(16).toString('hex'),
    };
    this.access.set(answer.access_token, this.options.now() + lifetimeMs);
    this.refresh.set(answer.refresh_token, this.options.now() + REFRESH_MS);
    return answer;
  }
}

const bearer = (authorization: string | undefined): string =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
