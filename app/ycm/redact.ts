/** Replaces secrets in a text that came from outside, so that it can be kept and shown. */
export type Redact = (text: string) => string;

/** What is kept of a body, in bytes. */
const KEPT_BYTES = 64 * 1024;
/** Texts this short occur by chance; no secret is that short. */
const SHORTEST_SECRET = 4;

/** `secrets` is asked each time, because tokens change. Found as they are, and as JSON, a form or a header would write them. */
export function redactor(secrets: () => Iterable<string>): Redact {
  const ways = new Map<string, string[]>();
  const waysOf = (secret: string): string[] => {
    const known = ways.get(secret) ?? waysToWrite(secret);
    ways.set(secret, known);
    return known;
  };
  return (text) => {
    const written = [...secrets()].filter((secret) => secret.length >= SHORTEST_SECRET).flatMap(waysOf);
    written.sort((a, b) => b.length - a.length);
    let clean = text;
    for (const secret of written) clean = clean.replaceAll(secret, '[removed]');
    return clean
      .replace(/\bBearer\s+[^\s"',<]+/gi, 'Bearer [removed]')
      .replace(
        /("(?:access_token|refresh_token|client_secret)"\s*:\s*")(?:[^"\\]|\\.)*/gi,
        (_whole, before: string) => `${before}[removed]`,
      );
  };
}

function waysToWrite(secret: string): string[] {
  const asJson = JSON.stringify(secret).slice(1, -1);
  const asForm = new URLSearchParams({ s: secret }).toString().slice(2);
  const asBase64 = Buffer.from(secret).toString('base64');
  return [...new Set([secret, asJson, asForm, encodeURIComponent(secret), asBase64])];
}

/** The first 64 KiB of a text, never half a character. */
export function keptPart(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= KEPT_BYTES) return text;
  let end = KEPT_BYTES;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end).toString();
}
