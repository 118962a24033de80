import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pageFile, PAGE_POLICY, SCHEME } from './page-files';

/** Must be called before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/**
 * Serves the built window from `folder` and answers 404 to everything else. Not with `protocol.handle`: its requests and
 * answers are those of `fetch`, which Node first has to load, and every file goes out in small pieces.
 */
export function servePage(folder: string): void {
  protocol.registerBufferProtocol(SCHEME, (request, answer) => {
    const found = request.method === 'GET' ? pageFile(folder, request.url) : null;
    if (!found) return answer(MISSING);
    readFile(found.file).then(
      (data) => answer({ data, headers: { ...HEADERS, 'Content-Type': found.type } }),
      () => answer(MISSING),
    );
  });
}

const HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
const MISSING = { statusCode: 404, headers: HEADERS, data: Buffer.alloc(0) };
