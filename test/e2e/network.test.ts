import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CERTIFICATE, KEY } from '../ycm/self-signed';
import { electronExecutable, freshFolder, ROOT } from './app';
import type { Probe } from './network-probe';

const LIMIT_MS = 20_000;
const PROBE = path.join(ROOT, 'out', 'network-probe');

beforeAll(async () => {
  await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, 'network-probe.ts')],
    outfile: path.join(PROBE, 'main.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['electron'],
    define: { __VERSION__: '"0"' },
    logLevel: 'silent',
  });
  writeFileSync(path.join(PROBE, 'package.json'), '{"name":"network-probe","main":"main.cjs"}');
});

type Found = {
  kind: 'answer' | 'none';
  code?: string;
  nothingSent?: boolean;
  systemCode?: string | null;
  httpStatus: number | null;
  body: string;
  retryAfterMs?: number | null;
};

/** Sends requests one after another from an Electron of its own; yields what the YCM client makes of each. */
async function send(probes: Probe[], switches: string[] = []): Promise<Found[]> {
  const folder = freshFolder();
  const file = path.join(folder, 'probes.json');
  writeFileSync(file, JSON.stringify(probes));
  const args = ['--no-sandbox', `--user-data-dir=${folder}`, ...switches, PROBE, file];
  const child = spawn(electronExecutable(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let printed = '';
  let troubles = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk));
  child.stderr.on('data', (chunk: Buffer) => (troubles += chunk));
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(limit);
  const found = /^FOUND (.*)$/m.exec(printed)?.[1];
  if (found === undefined) throw new Error(`The probe printed nothing: ${troubles.slice(-2000)}`);
  return JSON.parse(found) as Found[];
}

type Heard = { method: string; headers: IncomingMessage['headers']; body: string };

/** A server that notes what it hears and answers as told. */
async function serve(
  answer: (response: ServerResponse, heard: Heard, count: number) => void,
): Promise<{ url: string; heard: Heard[]; server: Server; connections: () => number }> {
  const heard: Heard[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk));
    request.on('end', () => {
      const one = { method: request.method ?? '', headers: request.headers, body };
      heard.push(one);
      answer(response, one, heard.length);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/open_api`, heard, server, connections: () => connections };
}

const order = (url: string, more: Partial<Probe> = {}): Probe => ({
  method: 'POST',
  url,
  headers: { 'Content-Type': 'application/json' },
  body: '{"name":"Köln ✓"}',
  ...more,
});

const reset = (response: ServerResponse): void => void (response.socket as Socket).resetAndDestroy();

describe('a request through the shell', () => {
  it('arrives as it was meant and brings its answer back', async () => {
    const ycm = await serve((response) => {
      response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '7' });
      response.end('{"code":"RATE_LIMIT"}');
    });
    const [found] = await send([order(ycm.url)]);
    expect(found).toMatchObject({ kind: 'answer', httpStatus: 429, retryAfterMs: 7000 });
    expect(found?.body).toBe('{"code":"RATE_LIMIT"}');
    expect(ycm.heard).toHaveLength(1);
    expect(ycm.heard[0]).toMatchObject({ method: 'POST', body: '{"name":"Köln ✓"}' });
    expect(ycm.heard[0]?.headers).toMatchObject({
      'user-agent': 'PBX-Orders/probe',
      'content-type': 'application/json',
      'content-length': '20',
    });
    expect(ycm.heard[0]?.headers.cookie).toBeUndefined();
  });

  it('proves that nothing was sent when nothing listens or the name is not known', async () => {
    const ycm = await serve(() => undefined);
    await new Promise((resolve) => ycm.server.close(resolve));
    const unknown = 'http://ycm.invalid/open_api';
    const [refused, nameless] = await send([order(ycm.url), order(unknown)]);
    expect(refused).toMatchObject({ kind: 'none', code: 'unreachable', nothingSent: true });
    expect(refused?.systemCode).toBe('ECONNREFUSED');
    expect(nameless).toMatchObject({ kind: 'none', code: 'unreachable', nothingSent: true });
    expect(nameless?.systemCode).toBe('ENOTFOUND');
  });

  it('proves nothing when the connection breaks after the order went out', async () => {
    const ycm = await serve((response, _heard, count) => {
      if (count === 1) reset(response);
      else response.socket?.end();
    });
    const found = await send([order(ycm.url), order(ycm.url)]);
    for (const one of found)
      expect(one).toMatchObject({ kind: 'none', code: 'no-answer', nothingSent: false });
    expect(ycm.heard).toHaveLength(2);
  });

  it('is sent once and no more when a connection kept open breaks under it', async () => {
    const ycm = await serve((response, _heard, count) => {
      if (count === 1) response.end('{"errcode":0}');
      else reset(response);
    });
    const [first, second] = await send([
      order(ycm.url, { keepAlive: true }),
      order(ycm.url, { keepAlive: true, afterMs: 300 }),
    ]);
    expect(first).toMatchObject({ kind: 'answer', httpStatus: 200 });
    expect(second).toMatchObject({ kind: 'none', code: 'no-answer', nothingSent: false });
    expect(ycm.heard).toHaveLength(2);
    expect(ycm.connections()).toBe(2);
  });

  it('keeps what came of an answer that is torn', async () => {
    const ycm = await serve((response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"data":{"cloudPbxId":"42', () => reset(response));
    });
    const [found] = await send([order(ycm.url)]);
    expect(found).toMatchObject({ kind: 'none', nothingSent: false });
    expect(found?.code).not.toBe('unreachable');
    expect(ycm.heard).toHaveLength(1);
  });

  it('does not take an answer for whole that ends too early', async () => {
    const ycm = await serve((response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"status":"Success"}', () => response.socket?.end());
    });
    const [found] = await send([order(ycm.url)]);
    expect(found).toMatchObject({ kind: 'none', nothingSent: false });
  });

  it('is stopped by its time limit and by its signal, and proves nothing then', async () => {
    const ycm = await serve(() => undefined);
    const [slow, stopped] = await send([
      order(ycm.url, { timeoutMs: 300 }),
      order(ycm.url, { abortAfterMs: 300 }),
    ]);
    expect(slow).toMatchObject({ kind: 'none', code: 'timeout', nothingSent: false });
    expect(stopped).toMatchObject({ kind: 'none', code: 'aborted', nothingSent: false });
  });

  it('follows no redirect', async () => {
    const elsewhere = await serve((response) => response.end('{}'));
    const ycm = await serve((response) => {
      response.writeHead(307, { Location: elsewhere.url });
      response.end();
    });
    const [found] = await send([order(ycm.url)]);
    expect(found).toMatchObject({ kind: 'none', code: 'redirect', httpStatus: 307 });
    expect(elsewhere.heard).toHaveLength(0);
  });

  it('proves that nothing was sent when the certificate is not trusted', async () => {
    const heard: string[] = [];
    const server = createTlsServer({ key: KEY, cert: CERTIFICATE }, (request) =>
      heard.push(request.url ?? ''),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const [found] = await send([order(`https://localhost:${port}/open_api`)]);
    expect(found).toMatchObject({ kind: 'none', code: 'unreachable', nothingSent: true });
    expect(found?.systemCode).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    expect(heard).toEqual([]);
  });

  it('goes through the system’s proxy, and a proxy that is away proves that nothing was sent', async () => {
    const proxy = await serve((response) => response.end('{"by":"proxy"}'));
    const address = new URL(proxy.url).host;
    const [through] = await send(
      [order('http://ycm.invalid/open_api')],
      [`--proxy-server=http://${address}`],
    );
    expect(through).toMatchObject({ kind: 'answer', body: '{"by":"proxy"}' });
    await new Promise((resolve) => {
      proxy.server.close(resolve);
      proxy.server.closeAllConnections();
    });
    const [away] = await send([order('http://ycm.invalid/open_api')], [`--proxy-server=http://${address}`]);
    expect(away).toMatchObject({ kind: 'none', code: 'unreachable', nothingSent: true });
  });
});
