/**
 * A tiny Electron program: sends the requests of a JSON file the way the engine's are sent, through the shell's sender and
 * the channel's `fetch`, and prints what the YCM client makes of each. The network itself is the test's.
 */
import { readFileSync } from 'node:fs';
import { app } from 'electron';
import { sendThrough } from '../../app/desktop/channel-fetch';
import { RequestSessions } from '../../app/desktop/request-sessions';
import { sendRequest } from '../../app/desktop/send-request';
import { exchange, type HttpRequest } from '../../app/ycm/http-exchange';

/** `keepAlive`: without the YCM client's own `Connection: close`, to see that the shell does not depend on it. `afterMs`: so long the network is left alone first, so that a connection that is kept can be used again. */
export type Probe = HttpRequest & {
  timeoutMs?: number;
  abortAfterMs?: number;
  afterMs?: number;
  keepAlive?: boolean;
};

app.commandLine.appendSwitch('disable-http2');
app.commandLine.appendSwitch('disable-quic');

const sessions = new RequestSessions();
const fetchWith =
  (keepAlive: boolean): typeof globalThis.fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    if (keepAlive) headers.delete('connection');
    const url = new URL(String(input));
    return sendThrough((ask, tell) => sendRequest(ask, sessions, tell), url, { ...init, headers });
  };

async function probe(): Promise<void> {
  const file = process.argv.at(-1) ?? '';
  const probes: Probe[] = JSON.parse(readFileSync(file, 'utf8'));
  const found: unknown[] = [];
  for (const { timeoutMs = 10_000, abortAfterMs, afterMs = 0, keepAlive = false, ...request } of probes) {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    const transport = {
      fetch: fetchWith(keepAlive),
      now: Date.now,
      timeoutMs,
      userAgent: 'PBX-Orders/probe',
    };
    const signal = abortAfterMs === undefined ? undefined : AbortSignal.timeout(abortAfterMs);
    found.push(await exchange(request, transport, signal));
  }
  process.stdout.write(`\nFOUND ${JSON.stringify(found)}\n`);
  app.exit(0);
}

void app.whenReady().then(probe);
