import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSheetFile, writeResults } from '../../app/sheets';
import {
  cellsByRow,
  CREATED,
  freshFolder,
  HEADINGS,
  rejected,
  resultsOf,
  textWithResult,
} from './results-of';

let folder: string;
beforeEach(async () => {
  folder = await freshFolder();
});

describe('encodings', () => {
  const HEADER = HEADINGS.join(',');
  test.each([
    ['order-zh-gbk.csv', 'gb18030', ',', '企业版没有'],
    ['unicode-text.txt', 'utf-16le', '\t', '企业版 😀'],
    ['reseller-de.csv', 'windows-1252', ';', 'Größe: 5 €'],
    ['half-done.csv', 'utf-8', ',', '企业版 😀'],
  ])(
    '%s: every byte of the user’s stays, ours are written alike',
    async (name, encoding, delimiter, error) => {
      const source = path.join(folder, name);
      await copyFile(path.join('test/fixtures/sheets', name), source);
      const before = await readFile(source);
      const opened = await openSheetFile(source);
      const columns =
        name === 'half-done.csv'
          ? { status: 20, cloudPbxId: 21, requestId: 22, error: 23, processedAt: 24 }
          : {};
      const file = await resultsOf(source, { columns, rows: [rejected(2, error)] });
      const after = await readFile(file);
      if (name !== 'half-done.csv') {
        // Taking our own bytes out again leaves the user's file.
        const ours = [
          HEADER.replaceAll(',', delimiter),
          ['rejected', '', CREATED[2], error, CREATED[4]].join(delimiter),
        ];
        let rest = after;
        for (const text of ours) {
          const bytes = iconv.encode(delimiter + text, encoding, { addBOM: false });
          const at = rest.indexOf(bytes);
          expect(at).toBeGreaterThan(0);
          rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + bytes.length)]);
        }
        const padding = iconv.encode(delimiter.repeat(5), encoding, { addBOM: false });
        for (let at = rest.indexOf(padding); at > 0; at = rest.indexOf(padding, at))
          rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + padding.length)]);
        expect(rest.equals(before)).toBe(true);
      }
      const again = await openSheetFile(file);
      expect(again.dialect).toEqual(opened.dialect);
      const cells = cellsByRow(again.sheets[0])[2];
      expect(cells?.slice(-5)).toEqual(['rejected', '', CREATED[2], error, CREATED[4]]);
      const old = cellsByRow(opened.sheets[0]);
      expect(cellsByRow(again.sheets[0])[3]?.slice(0, old[3]?.length)).toEqual(old[3]);
    },
  );

  test('a character written in an unusual way stays as it is, and ours come in the right place', async () => {
    // In a GBK file the euro sign may be one byte, 0x80, or two, as encoders write it.
    const before = await readFile('test/fixtures/sheets/order-zh-gbk.csv');
    const name = before.indexOf(0x0a) + 1;
    const source = Buffer.concat([before.subarray(0, name), Buffer.from([0x80]), before.subarray(name)]);
    const { bytes, file, source: written } = await textWithResult(source, { columns: { status: 1 } });
    const [old, now] = [await openSheetFile(written), await openSheetFile(file)];
    expect(cellsByRow(old.sheets[0])[2]?.[0]).toMatch(/^€/);
    const expected = cellsByRow(old.sheets[0])[2]?.with(1, 'created');
    expect(cellsByRow(now.sheets[0])[2]?.slice(0, expected?.length)).toEqual(expected);
    expect(bytes.includes(source.subarray(name, name + 8))).toBe(true);
  });

  test('a letter the encoding lacks is written as a question mark, and said so', async () => {
    const source = path.join(folder, 'reseller-de.csv');
    await copyFile('test/fixtures/sheets/reseller-de.csv', source);
    const opened = await openSheetFile(source);
    const request = {
      source: opened,
      sheetName: '',
      headerRow: 1,
      columns: {},
      to: path.join(folder, 'out.csv'),
    };
    const { note } = await writeResults({ ...request, rows: [rejected(2, '企业 missing')] });
    expect(note).toMatch(/windows-1252.*"\?"/);
    expect((await readFile(request.to)).toString('latin1')).toContain(';?? missing;');
    expect((await writeResults({ ...request, rows: [rejected(2, 'plain?')] })).note).toBeNull();
  });
});

test('control characters and half characters don’t make a file that no one can open', async () => {
  for (const encoding of ['utf-8', 'utf-16le']) {
    const source = iconv.encode('name\nAcme\n', encoding, { addBOM: true });
    const { file } = await textWithResult(source, { rows: [rejected(2, 'a\0b\u001bc\ud800d')] });
    expect(cellsByRow((await openSheetFile(file)).sheets[0])[2]?.[4]).toBe('a b c\ufffdd');
  }
});
