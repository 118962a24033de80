import { describe, expect, it } from 'vitest';
import type { CreateAnswer } from '../../app/ycm';
import { anOrder } from './orders';
import { http, rawYcm, type RawAnswer } from './raw-ycm';
import { aClient } from './world';

const success = (data: unknown): string =>
  JSON.stringify({ data, requestId: 'r-1', status: 'Success', time: 1 });
const failed = (error: Record<string, unknown>): string =>
  JSON.stringify({ ...error, requestId: 'r-1', status: 'Failed', time: 1 });
const PAGE = '<!doctype html><title>Not here</title>';
const HTML = { 'Content-Type': 'text/html' };

async function answerTo(...answers: RawAnswer[]): Promise<{ answer: CreateAnswer; posts: number }> {
  const server = await rawYcm((_seen, count) => answers[count - 1] ?? answers.at(-1) ?? '');
  const answer = await aClient(server, { now: () => 1234, timeoutMs: 20_000 }).createCloudPbx(
    anOrder('acme-1'),
  );
  return { answer, posts: server.seen.filter((one) => one.path.endsWith('/instances')).length };
}

const unconfirmed = (reason: string): Record<string, unknown> => ({ outcome: 'unconfirmed', reason });

describe('an answer to a create', () => {
  it.each<[string, RawAnswer, Record<string, unknown>]>([
    ['an id', http(200, success({ cloudPbxId: 42100 })), { outcome: 'created', cloudPbxId: '42100' }],
    [
      'an id as text',
      http(200, success({ cloudPbxId: '42100' })),
      { outcome: 'created', cloudPbxId: '42100' },
    ],
    [
      'an id beyond 2^53',
      http(200, '{"data":{"cloudPbxId":9007199254740993},"status":"Success"}'),
      { outcome: 'created', cloudPbxId: '9007199254740993', requestId: null },
    ],
    ['HTTP 201', http(201, success({ cloudPbxId: 1 })), { outcome: 'created', cloudPbxId: '1' }],
    [
      'text/plain and a byte-order mark',
      http(200, `\uFEFF${success({ cloudPbxId: 7 })}`, { 'Content-Type': 'text/plain' }),
      { outcome: 'created', cloudPbxId: '7' },
    ],
    [
      'a code for "no error", as older APIs send',
      http(
        200,
        JSON.stringify({ errcode: 0, errmsg: 'SUCCESS', status: 'Success', data: { cloudPbxId: 7 } }),
      ),
      { outcome: 'created', cloudPbxId: '7' },
    ],
    [
      'chunks',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${[
        '{"status":"Success","da',
        'ta":{"cloudPbxId":42100}}',
      ]
        .map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)
        .join('')}0\r\n\r\n`,
      { outcome: 'created', cloudPbxId: '42100' },
    ],

    ['Success without data', http(200, success(undefined)), unconfirmed('no-id')],
    ['Success with an empty object', http(200, success({})), unconfirmed('no-id')],
    ['Success with id null', http(200, success({ cloudPbxId: null })), unconfirmed('no-id')],
    ['Success with id 0', http(200, success({ cloudPbxId: 0 })), unconfirmed('no-id')],
    ['Success with a negative id', http(200, success({ cloudPbxId: -3 })), unconfirmed('no-id')],
    ['Success with half an id', http(200, success({ cloudPbxId: 4.5 })), unconfirmed('no-id')],
    ['Success with an id of letters', http(200, success({ cloudPbxId: '42100abc' })), unconfirmed('no-id')],
    [
      'an id without a status',
      http(200, JSON.stringify({ data: { cloudPbxId: 42100 } })),
      unconfirmed('unreadable'),
    ],
    [
      'an id and Failed',
      http(200, failed({ errno: 1000004, data: { cloudPbxId: 42100 } })),
      unconfirmed('unreadable'),
    ],
    [
      'an id and an error code',
      http(200, JSON.stringify({ status: 'Success', errno: 1000001, data: { cloudPbxId: 42100 } })),
      unconfirmed('unreadable'),
    ],
    ['an id in a 400', http(400, success({ cloudPbxId: 42100 })), unconfirmed('unreadable')],
    ['an id in a 500', http(500, success({ cloudPbxId: 42100 })), unconfirmed('server-error')],

    ['HTML with HTTP 200', http(200, PAGE, HTML), unconfirmed('unreadable')],
    ['half a JSON, announced so', http(200, '{"status":"Succ'), unconfirmed('unreadable')],
    ['JSON that is no object', http(200, '[1]'), unconfirmed('unreadable')],
    ['an empty body', http(200, ''), unconfirmed('unreadable')],
    ['HTTP 204', 'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n', unconfirmed('unreadable')],
    ['an empty object', http(200, '{}'), unconfirmed('unreadable')],
    [
      'too long a body',
      http(200, `${success({ cloudPbxId: 42100 })}${' '.repeat(9 * 1024 * 1024)}`),
      unconfirmed('unreadable'),
    ],
    ['nothing at all', (socket) => socket.destroy(), unconfirmed('no-answer')],
    ['a reset connection', (socket) => socket.resetAndDestroy(), unconfirmed('no-answer')],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', unconfirmed('no-answer')],
    [
      'a torn answer, though an id came through',
      http(200, success({ cloudPbxId: 42100 }), { 'Content-Length': '400' }),
      { ...unconfirmed('no-answer'), raw: success({ cloudPbxId: 42100 }), requestId: 'r-1', httpStatus: 200 },
    ],
    [
      'a torn refusal',
      http(400, failed({ errno: 1000004 }), { 'Content-Length': '400' }),
      unconfirmed('no-answer'),
    ],
    [
      'a redirect',
      http(302, '', { Location: '/elsewhere' }),
      { ...unconfirmed('redirect'), httpStatus: 302 },
    ],
    ['a redirect that keeps the method', http(307, '', { Location: '/elsewhere' }), unconfirmed('redirect')],

    ['HTTP 500 with a page', http(500, PAGE, HTML), unconfirmed('server-error')],
    ['HTTP 503', http(503, PAGE, { ...HTML, 'Retry-After': '3' }), unconfirmed('server-error')],
    ['HTTP 500 with a refusal', http(500, failed({ errno: 1000004 })), unconfirmed('server-error')],
    ['HTTP 400 with a page', http(400, PAGE, HTML), unconfirmed('unreadable')],
    ['HTTP 403 with a page, maybe a proxy’s', http(403, PAGE, HTML), unconfirmed('unreadable')],
    ['HTTP 404 with a page', http(404, PAGE, HTML), unconfirmed('unreadable')],
    // Node's fetch treats it as a failed connection, others hand it on.
    ['HTTP 407 with a page', http(407, PAGE, HTML), { outcome: 'unconfirmed' }],
    [
      'HTTP 404 with a gateway’s JSON',
      http(404, '{"code":404,"message":"no route"}'),
      unconfirmed('unreadable'),
    ],
    ['Failed without a code', http(200, failed({})), unconfirmed('server-error')],
    ['Failed with a code that is not YCM’s', http(200, failed({ code: 500 })), unconfirmed('server-error')],

    ...[1000001, 1000012, 1000030, 1000031].flatMap(
      (errno): [string, RawAnswer, Record<string, unknown>][] => [
        [`${errno} in HTTP 200`, http(200, failed({ errno })), unconfirmed('server-error')],
        [`${errno} in HTTP 400`, http(400, failed({ errno })), unconfirmed('server-error')],
      ],
    ),
    ...[1000002, 1000033, 1000042, 1000043].map((errno): [string, RawAnswer, Record<string, unknown>] => [
      `${errno}`,
      http(200, failed({ errno, errmsg: 'NO' })),
      { outcome: 'denied', code: String(errno), message: 'NO' },
    ]),
    ...[1000004, 1000005, 2000123, 3000456].flatMap(
      (errno): [string, RawAnswer, Record<string, unknown>][] => [
        [
          `${errno} in HTTP 200`,
          http(200, failed({ errno, errmsg: 'BECAUSE' })),
          { outcome: 'rejected', code: String(errno), message: 'BECAUSE', alreadyExists: false },
        ],
        [
          `${errno} in HTTP 400`,
          http(400, failed({ errno })),
          { outcome: 'rejected', code: String(errno), alreadyExists: false, httpStatus: 400 },
        ],
      ],
    ),
    [
      '1000007',
      http(200, failed({ errno: '1000007', errmsg: 'DATA_ALREADY_EXISTS' })),
      { outcome: 'rejected', code: '1000007', alreadyExists: true, requestId: 'r-1' },
    ],
    [
      'only the name of an error',
      http(200, failed({ errmsg: 'DATA_ALREADY_EXISTS' })),
      { outcome: 'rejected', code: '1000007', alreadyExists: true },
    ],
    [
      'no status, but one of YCM’s codes',
      http(200, JSON.stringify({ errcode: 1000004, errmsg: 'INVALID_PARAMETER' })),
      { outcome: 'rejected', code: '1000004' },
    ],
    [
      'Status with a capital letter, as the guide once has it',
      http(200, JSON.stringify({ Status: 'Failed', errno: 1000004 })),
      { outcome: 'rejected', code: '1000004' },
    ],
    ...['errno', 'errcode', 'errorCode', 'code'].flatMap((codeName) =>
      ['errmsg', 'errorMsg', 'errorMessage', 'message', 'msg'].map(
        (messageName, at): [string, RawAnswer, Record<string, unknown>] => [
          `${codeName} and ${messageName}`,
          http(200, failed({ [codeName]: at % 2 ? 1000004 : '1000004', [messageName]: 'why\r\n  so' })),
          { outcome: 'rejected', code: '1000004', message: 'why so' },
        ],
      ),
    ),

    [
      '1000040',
      http(200, failed({ errno: 1000040 })),
      { outcome: 'not-sent', reason: 'rate-limit', retryAfterMs: null },
    ],
    [
      '1000040 with Retry-After',
      http(200, failed({ errno: 1000040 }), { 'Retry-After': '7' }),
      { outcome: 'not-sent', reason: 'rate-limit', retryAfterMs: 7000 },
    ],
    ['HTTP 429', http(429, PAGE, HTML), { outcome: 'not-sent', reason: 'rate-limit', retryAfterMs: null }],
    [
      'HTTP 429 until a date',
      http(429, '', { 'Retry-After': 'Thu, 01 Jan 1970 00:00:11 GMT' }),
      { outcome: 'not-sent', reason: 'rate-limit', retryAfterMs: 11_000 - 1234 },
    ],
    ['HTTP 429 that says SERVER_ERROR', http(429, failed({ errno: 1000001 })), unconfirmed('server-error')],
    ['HTTP 429 that says Success', http(429, success({})), unconfirmed('unreadable')],
  ])('with %s', async (_what, raw, expected) => {
    const { answer, posts } = await answerTo(raw);
    expect(answer).toMatchObject({ at: 1234, ...expected });
    expect(posts).toBe(1);
  });

  it.each([
    ['HTTP 401', http(401, PAGE, HTML)],
    ['1000035', http(200, failed({ errno: 1000035 }))],
    ['1000036', http(401, failed({ errno: '1000036' }))],
    ['1000011', http(400, failed({ errno: 1000011 }))],
  ])('with %s is sent a second time with a new token, and no third time', async (_what, refused) => {
    const second = await answerTo(refused, http(200, success({ cloudPbxId: 5 })));
    expect(second).toMatchObject({ answer: { outcome: 'created', cloudPbxId: '5' }, posts: 2 });
    const never = await answerTo(refused);
    expect(never).toMatchObject({ answer: { outcome: 'not-sent', reason: 'token' }, posts: 2 });
  });

  it('with a refused token and then nothing is unconfirmed', async () => {
    const { answer } = await answerTo(http(401, ''), (socket) => socket.destroy());
    expect(answer).toMatchObject({ outcome: 'unconfirmed', reason: 'no-answer' });
  });

  it('is kept as it came, up to 64 KiB', async () => {
    const { answer } = await answerTo(http(502, 'x'.repeat(100_000), HTML));
    expect(answer.raw).toBe('x'.repeat(64 * 1024));
  });
});
