import { expect, test } from 'vitest';
import { stalePages } from '../../build/docs.mjs';

test('the pages of docs/ that are made from the program say what the program says', async () => {
  expect(await stalePages()).toEqual([]);
});
