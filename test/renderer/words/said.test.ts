import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillIn, PROBLEMS, type ProblemCode } from '../../../app/orders';
import { SheetError, sheetErrorMessage } from '../../../app/sheets';
import { YcmError, ycmErrorMessage } from '../../../app/ycm';
import { en, type Words } from '../../../renderer/words/en';
import { recognised, said } from '../../../renderer/words/said';
import { zh } from '../../../renderer/words/zh';
import { literalsOf } from './literals';

const APP = path.resolve(import.meta.dirname, '../../../app');
const ROOMS = /^(engine|runs|ycm|sheets|ledger|desktop)/;

/** Not for the window: files people get, words of the shell, the command and the log. */
const ELSEWHERE =
  /ycm[\\/]sandbox|ledger[\\/](audit[\\/](workbook|side-tables|audit-columns|verify|record)|archive|schema)|engine[\\/](template|order-form|repairs|report-html|report-words)|desktop[\\/](words|report-pdf|engine-side|channel-fetch)|sheets[\\/](results[\\/](?!text-results|workbook-results)|workbook|form)/;

/** Said by the command alone, or beside an order that another sentence is shown for. */
const NOT_SHOWN = [
  'Nothing was sent.',
  'The archive § is damaged',
  '§ is not an archive of runs',
  "Row § can't go from",
  'The answer shows that it was sent.',
  "What follows event § can't be read",
  'Event §, known from §, is before this part',
  'Event § is known from §, but the trail says',
  'Event § is the one known from',
  '"§" is neither a file nor a head',
  '"§" has no head of an audit trail',
];

describe('what the engine says', () => {
  const literals = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      literalsOf(readFileSync(path.join(APP, file), 'utf8')).map((texts) => ({ file, texts })),
    );

  it('is known to the window, sentence by sentence', () => {
    const unknown = literals.filter(({ file, texts }) => {
      if (!ROOMS.test(file) || ELSEWHERE.test(file)) return false;
      const sentences = texts.filter((text) => /^["“A-Z§].* .* .*[.?]$/s.test(text));
      if (NOT_SHOWN.some((start) => texts[0]?.startsWith(start))) return false;
      return sentences.length > 0 && !sentences.some((text) => said(probe, text).startsWith('✓'));
    });
    expect(unknown.map(({ file, texts }) => `${file}: ${texts[0]}`)).toEqual([]);
  });

  it('is all that the window knows', () => {
    const all = literals.flatMap(({ texts }) => texts).join('\n');
    const unused = Object.entries(en).filter(([key, sentence]) => {
      const pieces = String(sentence)
        .split(/\{\w+\}|[:.,;] /)
        .map((piece) => piece.replace(/^[^\w]+|[^\w]+$/g, ''));
      return (
        key.startsWith('said_') && !all.includes(pieces.toSorted((x, y) => y.length - x.length)[0] ?? '')
      );
    });
    expect(unused).toEqual([]);
  });
});

describe('a sentence of the engine', () => {
  const sentences = Object.entries(en).filter(([key]) => key.startsWith('said_'));
  it('is taken for itself and for no other', () => {
    for (const [key, sentence] of sentences) {
      const text = String(sentence).replace(/\{(\w+)\}/g, (_whole, name: string) => sample(name));
      const found = recognised(text);
      expect([text, en[found?.key ?? 'appName']]).toEqual([text, sentence]);
      for (const [name, fact] of Object.entries(found?.facts ?? {}))
        expect([key, fact]).toEqual([key, sample(name)]);
    }
  });

  it('is said in the window’s language with its facts, also those that are sentences themselves', () => {
    const stopped = `YCM could not be reached after 1200 attempts: ${ycmErrorMessage(
      new YcmError('unreachable', { host: 'ycm.example', systemCode: 'ERR_INTERNET_DISCONNECTED' }),
    )} The rest was not sent; continue later.`;
    expect(said(zh, stopped)).toBe(
      '尝试 1,200 次后仍无法连接 YCM：无法连接 ycm.example：本机处于离线状态。其余订单未发送；请稍后继续。',
    );
    const error = new SheetError('damaged', '/somewhere/orders $1.xlsx', { part: 'sheet1.xml' });
    expect(said(zh, sheetErrorMessage(error))).toContain('“orders $1.xlsx”已损坏或不完整（位于 sheet1.xml）');
  });

  it('is said one by one when several are in a row, and left as it is when it is not known', () => {
    expect(said(zh, 'The ledger /x/ledger.db is damaged. YCM moved house. As ordered.')).toBe(
      '账本 /x/ledger.db 已损坏。YCM moved house.与订单一致。',
    );
    expect(said(zh, 'INVALID_PARAMETER')).toBe('INVALID_PARAMETER');
    expect(said(en, 'As ordered.')).toBe('As ordered.');
  });

  it('stays as it is when it is no message but a book', () => {
    const book = 'A. '.repeat(5000);
    expect(said(zh, book)).toBe(book);
  });

  it('may be a problem of a row', () => {
    const text = problem('too-large', { field: 'Extensions', max: 500, value: 650 });
    expect(said(zh, text)).toBe('“分机数”最多为 500，现为 650。');
  });
});

const sample = (name: string): string =>
  ({ saying: ': <NO> (1)', host: 'ycm.example:8443' })[name] ?? `<${name}>`;

const problem = (code: ProblemCode, params: Record<string, string | number>): string =>
  fillIn(PROBLEMS[code].message, params);

/** A language in which every sentence is a tick, to see which are known. */
const probe: Words = {
  ...en,
  ...Object.fromEntries(
    Object.entries(en).flatMap(([key, text]) => (typeof text === 'string' ? [[key, '✓']] : [])),
  ),
};
