import path from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { zipOf } from '../sheets/made-workbook';
import { corpusFiles } from './corpus-files';
import { corpusOf, inputOf, type Corpus } from './inputs';
import { survive } from './survive';

/** `npm run fuzz` takes a hundred thousand; these are the first of them. */
const INPUTS = 1500;
let corpus: Corpus;
beforeAll(async () => {
  corpus = await corpusOf(corpusFiles(path.join(import.meta.dirname, '..', 'fixtures', 'sheets')));
});

describe('any bytes as a file give rows or one clear error', () => {
  test('real files with something changed in them', async () => {
    const codes = new Map<string, number>();
    for (let seed = 1; seed <= INPUTS; seed++) {
      const outcome = await survive(await inputOf(seed, corpus)).catch((cause: unknown) => {
        throw new Error(`Input ${seed}`, { cause });
      });
      codes.set(outcome.code ?? 'read', (codes.get(outcome.code ?? 'read') ?? 0) + 1);
    }
    // Inputs that all fail at the door would show nothing.
    expect(codes.get('read')).toBeGreaterThan(INPUTS / 4);
    expect(codes.get('damaged')).toBeGreaterThan(INPUTS / 10);
  });

  test('arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await survive(Buffer.from(bytes));
      }),
    );
  });

  test('arbitrary text', async () => {
    const unit = fc.constantFrom('a', '1', 'ü', '厦', '"', ',', ';', '\t', '\n', '\r', ' ', '=');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 120 }), async (text) => {
        await survive(Buffer.from(text));
      }),
    );
  });

  test('arbitrary parts of a workbook', async () => {
    const tag = fc.constantFrom(
      '<row r="2">',
      '<row>',
      '</row>',
      '<c r="B2" t="s">',
      '<c>',
      '</c>',
      '<v>1</v>',
      '<v>',
      '</v>',
      '<f/>',
      '<is><t>x</t></is>',
      '7',
      '<!--',
      '-->',
    );
    const original =
      corpus.workbooks.find((parts) => parts.has('xl/worksheets/sheet1.xml')) ?? new Map<string, Buffer>();
    await fc.assert(
      fc.asyncProperty(fc.array(tag, { maxLength: 30 }), async (tags) => {
        const sheet = `<worksheet><sheetData>${tags.join('')}</sheetData></worksheet>`;
        const parts = { ...Object.fromEntries(original), 'xl/worksheets/sheet1.xml': sheet };
        await survive(await zipOf(parts, false));
      }),
    );
  });
});
