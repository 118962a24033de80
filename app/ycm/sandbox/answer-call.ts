import type { Account } from './account';
import { INVALID_PARAMETER, Refusal, failure, json, success, type HttpAnswer } from './envelope';
import { REVOKE_PATH, TOKEN_PATH, carryOut, type Call } from './routes';
import type { SandboxTokens } from './tokens';

export type Answering = {
  account: Account;
  tokens: SandboxTokens;
  limit: () => void;
  now: () => number;
  errorsInOk: boolean;
};

const SERVER_ERROR = 1000001;

/** Answers one call as YCM does: User-Agent, rate limit, token, then the call itself. Never throws. */
export function answerCall(call: Call, { account, tokens, limit, now, errorsInOk }: Answering): HttpAnswer {
  try {
    if (!call.userAgent) throw new Refusal(INVALID_PARAMETER, 'User-Agent');
    limit();
    if (call.path === TOKEN_PATH && call.method === 'POST') {
      return json(200, tokens.request(new URLSearchParams(call.body)));
    }
    tokens.check(call.authorization);
    if (call.path === REVOKE_PATH && call.method === 'DELETE') {
      const form = new URLSearchParams(call.body);
      tokens.revoke(call.query.get('refresh_token') ?? form.get('refresh_token') ?? '');
      return success({}, now());
    }
    return success(carryOut(account, call), now());
  } catch (error) {
    // Its store can't be written, for example: YCM would have an error of its own, too.
    const refusal = error instanceof Refusal ? error : new Refusal(SERVER_ERROR, String(error));
    return failure(refusal, now(), errorsInOk);
  }
}
