/** An account of YCM. */
export type Connection = {
  name: string;
  kind: 'sandbox' | 'production';
  /** As `checkBaseUrl` yields it. */
  baseUrl: string;
  clientId: string;
};

/**
 * What orders are kept unique by: whatever it is named, the same client at the same address is one account.
 * The sandbox's port changes with every start, so it has a key of its own.
 */
export function connectionKey({ kind, baseUrl, clientId }: Connection): string {
  if (kind === 'sandbox') return 'sandbox';
  const url = parse(baseUrl);
  return `${url ? `${url.protocol}//${url.host.replace(/\.(?=:|$)/, '')}` : baseUrl}|${clientId.trim()}`;
}

export type CheckedBaseUrl = { ok: true; baseUrl: string } | { ok: false; message: string };

/** Reads an address typed by a person. HTTPS, except on this machine itself; a path is kept, without a slash at its end. */
export function checkBaseUrl(text: string): CheckedBaseUrl {
  const typed = text.trim();
  if (typed === '') return refuse('Enter the base URL, for example https://ycm.yeastar.com.');
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || url.hostname === '')
    return refuse('That is not a web address. It looks like https://ycm.yeastar.com.');
  if (url.username !== '' || url.password !== '') {
    return refuse('The base URL must not hold a user name or a password.');
  }
  if (url.search !== '' || url.hash !== '')
    return refuse('The base URL must not have anything after ? or #.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return refuse('The base URL must begin with https://, so that the client secret travels encrypted.');
  }
  return { ok: true, baseUrl: normalised(url.href) };
}

/** `https://Host:443/x/` as `https://host/x`. */
function normalised(baseUrl: string): string {
  const url = parse(baseUrl);
  return url ? url.origin + url.pathname.replace(/\/+$/, '') : baseUrl;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);

const refuse = (message: string): CheckedBaseUrl => ({ ok: false, message });
