import { expect, it } from 'vitest';
import { YcmError, ycmErrorMessage, type YcmErrorCode, type YcmErrorFacts } from '../../app/ycm';

const host = 'ycm.example';

it.each<[YcmErrorCode, Omit<YcmErrorFacts, 'host'>, string]>([
  ['unreachable', { systemCode: 'ENOTFOUND' }, 'its name is not known here'],
  ['unreachable', { systemCode: 'ERR_NAME_NOT_RESOLVED' }, 'its name is not known here'],
  ['unreachable', { systemCode: 'ECONNREFUSED' }, 'nothing answers there'],
  ['unreachable', { systemCode: 'ERR_INTERNET_DISCONNECTED' }, 'this computer is offline'],
  ['unreachable', { systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'its certificate is not trusted'],
  ['timeout', {}, 'did not answer in time'],
  ['aborted', {}, 'was stopped before an answer came'],
  ['no-answer', { systemCode: 'ECONNRESET' }, 'broke before a whole answer came (ECONNRESET)'],
  ['redirect', { httpStatus: 302 }, 'sent the request elsewhere (HTTP 302)'],
  ['redirect', {}, 'sent the request elsewhere, which is never followed'],
  ['unreadable', { httpStatus: 404 }, 'not a YCM answer (HTTP 404). Check the base URL.'],
  ['credentials', { ycmCode: '1000033' }, 'does not accept this client ID and client secret: 1000033'],
  ['token', {}, 'Check the client secret'],
  ['denied', { ycmCode: '1000043', ycmMessage: 'PERMISSION_DENIED' }, 'PERMISSION_DENIED (1000043)'],
  ['rate-limit', { retryAfterMs: 6500 }, 'Try again in 7 seconds'],
  ['rate-limit', {}, 'in a little while'],
  ['refused', { ycmMessage: 'NO' }, 'refused: NO.'],
  ['server', { httpStatus: 503 }, 'an error of its own (HTTP 503)'],
])('says %s %j in words', (code, facts, words) => {
  const message = ycmErrorMessage(new YcmError(code, { host, ...facts }));
  expect(message).toContain(words);
  expect(message).toContain(host);
  expect(message).toMatch(/^[^\n]+\.$/);
});

it('leaves any other error its own words', () => {
  expect(ycmErrorMessage(new Error('disk full'))).toBe('disk full');
});
