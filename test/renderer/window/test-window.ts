import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { expect } from 'vitest';
import type { FakeOptions } from '../fake-bridge/options';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
/** What is asked becomes true sooner or later; how soon depends on what else the machine does. */
export const eventually: typeof expect.poll = (look) => expect.poll(look, { timeout: 10_000, interval: 20 });

const faults = new WeakMap<Page, string[]>();
/** What went wrong in a page so far: errors, and what the content security policy refused. */
export const faultsOf = (page: Page): string[] => faults.get(page) ?? [];

/** As strict as the app's own. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'";

/** The built window in Chromium, with a bridge that answers inside the page. */
export type TestWindow = {
  open(
    options?: FakeOptions & { dark?: boolean; width?: number; height?: number; zoom?: number },
  ): Promise<Page>;
  close(): Promise<void>;
};

async function bridgeScript(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(import.meta.dirname, '../fake-bridge/fake-bridge.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome114',
    loader: { '.csv': 'text' },
    logLevel: 'silent',
    plugins: [
      {
        name: 'browser',
        setup(builder) {
          // Of Node, what the engine's pure parts need in a page is an id; the files beside them are never touched.
          builder.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'browser' }));
          builder.onLoad({ filter: /.*/, namespace: 'browser' }, () => ({
            contents: 'module.exports = { randomUUID: () => Math.random().toString(36).slice(2) };',
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? '';
}

async function buildWindow(outDir: string): Promise<void> {
  const vite = await import('vite');
  await vite.build({
    configFile: path.join(ROOT, 'build/vite.config.mjs'),
    logLevel: 'error',
    define: { __VERSION__: '"0.0.0-test"' },
    build: { outDir, emptyOutDir: true },
  });
}

/** Builds the window into a folder of its own and opens pages on it. */
export async function startWindow(): Promise<TestWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), 'window-'));
  await buildWindow(folder);
  const script = await bridgeScript();
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const file = path.join(folder, request.url === '/' ? 'index.html' : (request.url ?? ''));
    try {
      const body = readFileSync(file);
      response.writeHead(200, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  return {
    async open({ dark = false, width = 1280, height = 800, zoom = 1, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
        deviceScaleFactor: zoom,
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      faults.set(page, []);
      page.on('pageerror', (error) => faults.get(page)?.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.get(page)?.push(message.text());
      });
      await page.addInitScript((given) => {
        window.fakeOptions = given;
      }, options);
      await page.addInitScript({ content: script });
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}
