import path from 'node:path';

/** The window's own scheme: a secure origin without a server, of which nothing but the built window is served. */
export const SCHEME = 'app';
export const PAGE_ORIGIN = 'app://pbx-orders';
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** Scripts and styles only from the window's own files; nothing inline, nothing evaluated, nothing from elsewhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The file in `folder` that a page address means and its media type; null for anything else, above all for what lies outside. */
export function pageFile(folder: string, address: string): { file: string; type: string } | null {
  let url: URL;
  let name: string;
  try {
    url = new URL(address);
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN || /[\0\\]/.test(name)) return null;
  const file = path.join(folder, name);
  const inside = path.relative(folder, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  const type = TYPES[path.extname(file).toLowerCase()];
  return type === undefined ? null : { file, type };
}
