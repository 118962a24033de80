import type { Fetch } from '../../app/ycm/http-exchange';
import { nodeFetch } from '../../app/ycm/node-fetch';

/** The client's own fetch, and every secret that went through it: what was sent in headers and forms, and the tokens in answers. */
export type WatchedFetch = { fetch: Fetch; secrets: Set<string> };

const SECRET_NAMES = ['client_secret', 'refresh_token', 'access_token'];

export function watchedFetch(): WatchedFetch {
  const secrets = new Set<string>();
  return {
    secrets,
    async fetch(input, init) {
      const authorization = new Headers(init.headers).get('authorization');
      if (authorization) secrets.add(authorization.replace('Bearer ', ''));
      if (init.body !== undefined && input.includes('/oauth/')) {
        const form = new URLSearchParams(init.body);
        for (const name of SECRET_NAMES) if (form.has(name)) secrets.add(form.get(name) ?? '');
      }
      const response = await nodeFetch(input, init);
      if (!input.includes('/oauth/')) return response;
      // A torn or hanging token answer holds no whole token.
      const text = await response
        .clone()
        .text()
        .catch(() => '');
      for (const found of text.matchAll(/"(?:access|refresh)_token":"([^"]+)"/g)) secrets.add(found[1] ?? '');
      return response;
    },
  };
}

/** The secrets that occur in something handed out. */
export function leaked(secrets: Iterable<string>, handedOut: unknown): string[] {
  const seen = new Set<object>();
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    // Errors keep message, stack and cause out of sight.
    for (const name of Object.getOwnPropertyNames(value)) {
      collect(name);
      collect(Reflect.get(value, name));
    }
  };
  collect(handedOut);
  return [...secrets].filter((secret) => texts.some((text) => text.includes(secret)));
}
