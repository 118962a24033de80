import { expect, it } from 'vitest';
import { retryAfterMs } from '../../app/ycm/retry-after';

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);

it.each([
  ['7', 7000],
  [' 0 ', 0],
  ['1.5', 1500],
  ['Tue, 24 Nov 2026 12:01:30 GMT', 90_000],
  ['Tuesday, 24-Nov-26 12:00:05 GMT', 5000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['-5', null],
  ['soon', null],
  ['2026', 2_026_000],
  ['', null],
  [null, null],
])('Retry-After %j is %j ms', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});
