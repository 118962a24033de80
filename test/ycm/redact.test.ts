import { describe, expect, it } from 'vitest';
import { keptPart, redactor } from '../../app/ycm/redact';

describe('what is kept of an answer', () => {
  const secret = 'p@ss "word"/ä+1';
  const redact = redactor(() => [secret, 'token-abc']);

  it.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ echo: secret })],
    ['in a form', new URLSearchParams({ client_secret: secret }).toString()],
    ['in an address', `https://x/?s=${encodeURIComponent(secret)}`],
    ['in Basic authentication’s letters', Buffer.from(secret).toString('base64')],
    ['twice', `${secret}${secret}`],
  ])('has no secret %s', (_how, text) => {
    const clean = redact(text);
    expect(clean).toContain('[removed]');
    expect(clean).not.toContain(secret);
    expect(clean).not.toContain(encodeURIComponent(secret));
    expect(clean).not.toContain('word');
  });

  it('has no token, not even one that was never ours', () => {
    expect(redact('Authorization: Bearer token-abc')).toBe('Authorization: Bearer [removed]');
    expect(redact('{"access_token":"another","refresh_token": "one\\"more","x":1}')).toBe(
      '{"access_token":"[removed]","refresh_token": "[removed]","x":1}',
    );
  });

  it('is otherwise what came', () => {
    expect(redact('{"data":{"cloudPbxId":42100}}')).toBe('{"data":{"cloudPbxId":42100}}');
  });

  it('is at most 64 KiB and ends between two characters', () => {
    const kept = keptPart(`a${'厦'.repeat(40_000)}`);
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(64 * 1024);
    expect(Buffer.byteLength(kept)).toBeGreaterThan(64 * 1024 - 4);
    expect(kept).toMatch(/^a厦+$/);
  });
});
