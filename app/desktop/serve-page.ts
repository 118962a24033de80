import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pageFile, PAGE_POLICY, SCHEME } from './page-files';

/** Must be called before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the built window from `folder` and answers 404 to everything else. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const found = request.method === 'GET' ? pageFile(folder, request.url) : null;
    const content = found && (await readFile(found.file).catch(() => null));
    if (!found || !content) return new Response(null, { status: 404, headers: HEADERS });
    return new Response(content, { headers: { ...HEADERS, 'Content-Type': found.type } });
  });
}

const HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
