import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Fetch } from './http-exchange';

/** How long (ms) a connection may take; as long as Node's own fetch waits for one. */
const CONNECT_MS = 10_000;

/** Made once, because they keep the sessions of TLS, which make the next connection cheaper; they keep no connections. */
const PLAIN = new http.Agent({ keepAlive: false });
const SECURE = new https.Agent({ keepAlive: false });

/**
 * Sends a request of the YCM client over a connection of its own, once, whatever happens. Does what Node's `fetch` does
 * for it in little more than half of the time. Rejects with the system's error; a connection that does not come up is `ETIMEDOUT`
 * of `connect`.
 */
export const nodeFetch: Fetch = (url, { method, headers, body, signal }) =>
  new Promise((resolve, reject) => {
    const secure = url.startsWith('https:');
    const request = (secure ? https : http).request(url, {
      method,
      // What is compressed all the same can't be read.
      headers: { 'Accept-Encoding': 'identity', ...headers },
      agent: secure ? SECURE : PLAIN,
      signal,
    });
    request.on('error', reject);
    // Of an answer that wants to go on in another protocol nothing else is heard.
    request.once('close', () => reject(new Error('closed without an answer')));
    request.once('response', (message) => resolve(responseOf(message)));
    giveUpUnconnected(request, secure ? 'secureConnect' : 'connect');
    request.end(body);
  });

function giveUpUnconnected(request: ClientRequest, connected: string): void {
  const timer = setTimeout(() => {
    const facts = { code: 'ETIMEDOUT', syscall: 'connect' };
    request.destroy(Object.assign(new Error(`no connection within ${CONNECT_MS} ms`), facts));
  }, CONNECT_MS);
  const stop = (): void => clearTimeout(timer);
  request.once('socket', (socket) => socket.once(connected, stop));
  request.once('close', stop);
}

async function responseOf(message: IncomingMessage): Promise<Response> {
  try {
    const status = message.statusCode ?? 0;
    return new Response(bodyOf(message), { status, headers: headersOf(message) });
  } catch (error) {
    message.destroy();
    throw error;
  }
}

/** Statuses whose answers have no body, which `Response` insists on. */
const BODILESS = new Set([204, 205, 304]);

function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> | null {
  if (BODILESS.has(message.statusCode ?? 0)) {
    message.resume();
    return null;
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      message.on('data', (bytes: Buffer) => controller.enqueue(bytes));
      message.once('end', () => controller.close());
      message.once('error', (error) => controller.error(error));
    },
    cancel() {
      message.removeAllListeners('data');
      message.destroy();
    },
  });
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return pairs;
}
