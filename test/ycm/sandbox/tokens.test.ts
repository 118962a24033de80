import { beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../app/ycm';
import { aClock, aSandbox, type Clock } from '../world';
import { call, credentials, signedIn, tokenCall, type Told } from './talk';

let clock: Clock;
let sandbox: Sandbox;
beforeEach(async () => {
  clock = aClock();
  sandbox = await aSandbox({ now: clock.now });
});
const refresh = (token: unknown): Promise<Told> =>
  tokenCall(sandbox, { grant_type: 'refresh_token', refresh_token: String(token) });
const revoke = (access: unknown, token: unknown): Promise<Told> =>
  call(sandbox.baseUrl, 'DELETE', `/dm/open_api/oauth/token/refresh_token?refresh_token=${String(token)}`, {
    headers: { Authorization: `Bearer ${String(access)}` },
  });

describe('the sandbox’s tokens', () => {
  it('are as documented', async () => {
    const { status, body } = await tokenCall(sandbox, credentials(sandbox));
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 1800,
      jti: expect.any(String),
    });
  });

  it('are not given to a stranger', async () => {
    const wrong = { ...credentials(sandbox), client_secret: 'guessed' };
    expect(await tokenCall(sandbox, wrong)).toMatchObject({ status: 401, body: { errno: '1000033' } });
    expect(await tokenCall(sandbox, { ...wrong, grant_type: 'password' })).toMatchObject({
      body: { errno: '1000004' },
    });
  });

  it('end after 30 minutes', async () => {
    const talk = await signedIn(sandbox);
    clock.advance(30 * 60_000 - 1);
    expect((await talk('GET', '/v1/customers')).status).toBe(200);
    clock.advance(1);
    expect(await talk('GET', '/v1/customers')).toMatchObject({ status: 401, body: { errno: '1000035' } });
  });

  it('are renewed once by a refresh token, for 15 days', async () => {
    const first = await tokenCall(sandbox, credentials(sandbox));
    const second = await refresh(first.body.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token);
    expect(await refresh(first.body.refresh_token)).toMatchObject({ body: { errno: '1000036' } });
    clock.advance(15 * 24 * 3600_000);
    expect(await refresh(second.body.refresh_token)).toMatchObject({ body: { errno: '1000035' } });
  });

  it('are not renewed by a revoked one', async () => {
    const { body } = await tokenCall(sandbox, credentials(sandbox));
    expect((await revoke(body.access_token, body.refresh_token)).status).toBe(200);
    expect(await refresh(body.refresh_token)).toMatchObject({ body: { errno: '1000036' } });
    expect(await revoke(body.access_token, body.refresh_token)).toMatchObject({ body: { errno: '1000036' } });
  });
});

describe('the rate limit', () => {
  it('lets a burst through, then as many as are refilled', async () => {
    const slow = await aSandbox({ now: clock.now, rateLimit: { burst: 3, rate: 2, minutes: 1 } });
    const talk = await signedIn(slow);
    const statuses = async (): Promise<number> => (await talk('GET', '/v1/customers')).status;
    expect([await statuses(), await statuses(), await statuses()]).toEqual([200, 200, 429]);
    const { headers, body } = await talk('GET', '/v1/customers');
    expect(body).toMatchObject({ errno: '1000040', errmsg: 'RATE_LIMIT_EXCEEDED' });
    expect(headers.get('retry-after')).toBe('30');
    clock.advance(30_000);
    expect([await statuses(), await statuses()]).toEqual([200, 429]);
  });
});
