import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What one request saw. */
export type Seen = { method: string; path: string; headers: IncomingMessage['headers']; body: string };
/** Bytes to answer with, after which the connection is closed; or what to do with the connection. */
export type RawAnswer = string | Buffer | ((socket: Socket, seen: Seen) => void);
export type RawYcm = { baseUrl: string; clientId: string; clientSecret: string; seen: Seen[] };

/** An answer in HTTP's own words, its length announced. */
export function http(status: number, body: string, headers: Record<string, string> = {}): string {
  const all = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n${body}`;
}

export const ACCESS_TOKEN = 'access-token-of-the-raw-server';
export const REFRESH_TOKEN = 'refresh-token-of-the-raw-server';
const GOOD_TOKEN = JSON.stringify({
  access_token: ACCESS_TOKEN,
  refresh_token: REFRESH_TOKEN,
  token_type: 'bearer',
  expires_in: 1800,
  jti: '1',
});

/** A server that hands out tokens like YCM and answers anything else byte by byte as told. */
export async function rawYcm(
  answerTo: (seen: Seen, count: number) => RawAnswer,
  token: RawAnswer = http(200, GOOD_TOKEN),
): Promise<RawYcm> {
  const seen: Seen[] = [];
  const server = createServer((request) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers, socket } = request;
      const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      const others = seen.filter((each) => !each.path.includes('/oauth/'));
      const answer = url.includes('/oauth/') ? token : answerTo(one, others.length);
      if (typeof answer === 'function') answer(socket, one);
      else socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    clientId: 'raw',
    clientSecret: 'secret-of-the-raw-client',
    seen,
  };
}
