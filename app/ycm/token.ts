import * as z from 'zod';
import { exchange, type Exchange, type Transport } from './http-exchange';
import { failureOf } from './read-answer';
import type { Redact } from './redact';
import { isObject, readYcmBody } from './ycm-body';
import { YcmError } from './ycm-error';

/** Access tokens live 30 minutes. YCM API, authentication. */
const LIFETIME_SECONDS = 30 * 60;
/** How long before its end a token is renewed, so that it can't end on the way; a fifth of the life of a short one. */
const AHEAD_MS = 60_000;

// A token goes into a header, so nothing but visible ASCII, which no header can be broken with.
const headerText = z.string().regex(/^[\x21-\x7e]+$/);
const tokenAnswer = z.object({
  access_token: headerText,
  refresh_token: headerText.optional().catch(undefined),
  expires_in: z.coerce.number().positive().catch(LIFETIME_SECONDS),
});

type Held = { access: string; refresh: string | null; renewAt: number };

export type TokenOptions = {
  baseUrl: string;
  clientId: string;
  secret: string;
  host: string;
  transport: Transport;
  redact: Redact;
};

/** The access token of one client, in memory only. Concurrent callers share one request for it. All methods throw YcmError. */
export class Token {
  private held: Held | null = null;
  private renewing: Promise<Held> | null = null;
  /** Also the ones no longer used: an answer that was long under way may quote them. */
  private readonly known = new Set<string>();

  constructor(private readonly options: TokenOptions) {}

  /** Every token ever held, so that none is shown or kept. */
  secrets(): Iterable<string> {
    return this.known;
  }

  /** A token that is good for a while yet. */
  async get(): Promise<string> {
    const { held } = this;
    if (held && this.options.transport.now() < held.renewAt) return held.access;
    return (await this.renewed()).access;
  }

  /** Another token than `refused`: the one somebody else has got meanwhile, else a new one. */
  async insteadOf(refused: string): Promise<string> {
    const { held } = this;
    if (held && held.access !== refused) return held.access;
    if (held) held.renewAt = 0;
    return (await this.renewed()).access;
  }

  /** Signs in anew, whatever is held. */
  async signIn(): Promise<void> {
    this.held = null;
    await this.renewed();
  }

  private renewed(): Promise<Held> {
    this.renewing ??= this.renew().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async renew(): Promise<Held> {
    const refresh = this.held?.refresh;
    if (refresh) {
      try {
        return await this.request({ grant_type: 'refresh_token', refresh_token: refresh });
      } catch (error) {
        // A refresh token may be revoked; the secret then still gets a new one. A YCM that can't be reached is no reason.
        if (!(error instanceof YcmError) || NO_USE_ASKING_AGAIN.has(error.code)) throw error;
      }
    }
    const { clientId, secret } = this.options;
    return this.request({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret });
  }

  private async request(form: Record<string, string>): Promise<Held> {
    const { baseUrl, transport } = this.options;
    const asked = transport.now();
    const answered = await exchange(
      {
        method: 'POST',
        url: `${baseUrl}/dm/open_api/oauth/token`,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      },
      transport,
    );
    const { access_token: access, refresh_token: refresh = null, expires_in } = this.read(answered);
    this.known.add(access);
    if (refresh !== null) this.known.add(refresh);
    const lifeMs = expires_in * 1000;
    this.held = { access, refresh, renewAt: asked + lifeMs - Math.min(AHEAD_MS, lifeMs / 5) };
    return this.held;
  }

  private read(answered: Exchange): z.infer<typeof tokenAnswer> {
    const { host, redact } = this.options;
    const body = answered.kind === 'answer' ? readYcmBody(answered.body) : null;
    const httpStatus = answered.httpStatus ?? undefined;
    if (body && httpStatus !== undefined && httpStatus < 300) {
      // As OAuth has it, or inside YCM's own envelope.
      for (const candidate of [body.all, body.data]) {
        const token = tokenAnswer.safeParse(candidate);
        if (token.success) return token.data;
      }
    }
    const failure = failureOf(answered, body, host, redact);
    const refused = failure === null || failure.code === 'token' || failure.code === 'unreadable';
    // OAuth's own errors (RFC 6749, 5.2), and a bare 401: the credentials are meant, there being no token yet.
    const oauth = body && isObject(body.all) && typeof body.all.error === 'string' ? body.all.error : null;
    if (refused && (oauth === 'invalid_client' || oauth === 'unauthorized_client' || httpStatus === 401)) {
      const ycmMessage = failure?.facts.ycmMessage ?? (oauth === null ? undefined : redact(oauth));
      throw new YcmError('credentials', {
        ...failure?.facts,
        host,
        ...(ycmMessage === undefined ? {} : { ycmMessage }),
      });
    }
    throw (
      failure ?? new YcmError('unreadable', { host, ...(httpStatus === undefined ? {} : { httpStatus }) })
    );
  }
}

const NO_USE_ASKING_AGAIN: ReadonlySet<string> = new Set([
  'unreachable',
  'timeout',
  'aborted',
  'no-answer',
  'rate-limit',
]);
