import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSheetFile, writeForm, type Form } from '../../app/sheets';

const LONG = Array.from({ length: 60 }, (_, at) => `${at} - Domain, number ${at}`);
const FORM: Form = {
  sheetName: 'Orders: new/old?',
  columns: [
    { heading: 'name', note: 'What the PBX is called.', required: true },
    {
      heading: 'plan',
      note: '',
      required: true,
      choices: { values: ['Enterprise Plan', 'Ultimate Plan'], strict: true },
    },
    {
      heading: 'domainId',
      note: 'Where it lives.',
      required: true,
      choices: { values: LONG, strict: false },
    },
    {
      heading: 'extensionCapacity',
      note: '',
      required: true,
      check: { kind: 'whole', min: 1, max: 500, message: '1 to 500' },
    },
    { heading: 'expirationDate', note: '', required: false, check: { kind: 'date', message: 'A date' } },
    {
      heading: 'customerIds',
      note: '',
      required: true,
      width: 30,
      check: { kind: 'text', maxLength: 64, message: 'Too long' },
    },
  ],
  rows: [
    [
      { text: 'Acme' },
      { text: 'Enterprise Plan' },
      { text: '3 - Domain, number 3' },
      { text: '20' },
      { text: '2027-12-31' },
      { text: '1234567890123456789' },
    ],
    [
      { text: '=1+1' },
      { text: 'Gold', problem: 'There is no plan "Gold".' },
      { text: '', problem: 'Needed.' },
      { text: '007' },
      { text: '2027-02-30' },
      { text: '' },
    ],
  ],
  emptyRows: 50,
  instructions: { sheetName: 'Read me', lines: ['How to order', 'Fill in one row per PBX.'] },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'form-'));
});

async function written(): Promise<exceljs.Workbook> {
  const to = path.join(folder, 'form.xlsx');
  await writeForm(FORM, to);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(to);
  return workbook;
}

describe('a form to fill in', () => {
  test('what was filled in is read again, digit by digit, and no text has become a formula', async () => {
    const to = path.join(folder, 'form.xlsx');
    await writeForm(FORM, to);
    const { sheets } = await openSheetFile(to);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Orders  new old', false],
      ['Read me', false],
      ['Choices', true],
    ]);
    const rows = sheets[0]?.rows ?? [];
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(rows[1]?.cells).toEqual([
      { kind: 'text', text: 'Acme' },
      { kind: 'text', text: 'Enterprise Plan' },
      { kind: 'text', text: '3 - Domain, number 3' },
      { kind: 'number', value: 20, text: '20' },
      { kind: 'date', iso: '2027-12-31' },
      { kind: 'text', text: '1234567890123456789' },
    ]);
    expect(rows[2]?.cells.slice(0, 5)).toEqual([
      { kind: 'text', text: '=1+1' },
      { kind: 'text', text: 'Gold' },
      { kind: 'empty' },
      { kind: 'text', text: '007' },
      { kind: 'text', text: '2027-02-30' },
    ]);
  });

  test('headings stay in sight and say what belongs under them', async () => {
    const sheet = (await written()).worksheets[0];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(JSON.stringify(sheet?.getCell('A1').note)).toContain('What the PBX is called.');
    expect(sheet?.getCell('B1').note).toBeUndefined();
    expect(sheet?.getColumn(6).width).toBe(30);
  });

  test('choices drop down and checks hold in the filled and the empty rows', async () => {
    const sheet = (await written()).worksheets[0];
    for (const row of [2, 3, 53]) {
      expect(sheet?.getCell(row, 2).dataValidation).toMatchObject({
        type: 'list',
        formulae: ['"Enterprise Plan,Ultimate Plan"'],
        showErrorMessage: true,
      });
      expect(sheet?.getCell(row, 3).dataValidation).toMatchObject({
        type: 'list',
        formulae: ["'Choices'!$A$1:$A$60"],
      });
      expect(sheet?.getCell(row, 3).dataValidation.showErrorMessage).not.toBe(true);
      expect(sheet?.getCell(row, 4).dataValidation).toMatchObject({
        type: 'whole',
        formulae: [1, 500],
        error: '1 to 500',
      });
      expect(sheet?.getCell(row, 5).dataValidation).toMatchObject({ type: 'date', error: 'A date' });
      expect(sheet?.getCell(row, 6).dataValidation).toMatchObject({ type: 'textLength', formulae: [64] });
    }
    expect(sheet?.getCell(54, 2).dataValidation).toBeUndefined();
  });

  test('a long list is on a hidden sheet, in order', async () => {
    const choices = (await written()).worksheets[2];
    expect(choices?.state).toBe('hidden');
    expect(LONG.map((_, at) => choices?.getCell(at + 1, 1).value)).toEqual(LONG);
  });

  test('a cell with a problem is marked and says which', async () => {
    const sheet = (await written()).worksheets[0];
    for (const [address, words] of [
      ['B3', 'There is no plan'],
      ['C3', 'Needed.'],
    ] as const) {
      expect(JSON.stringify(sheet?.getCell(address).note)).toContain(words);
      expect(sheet?.getCell(address).fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    }
    expect(sheet?.getCell('B2').note).toBeUndefined();
    expect(sheet?.getCell('B2').fill).not.toMatchObject({ pattern: 'solid' });
  });

  test('LibreOffice opens it and sees the same', async () => {
    const to = path.join(folder, 'form.xlsx');
    await writeForm(FORM, to);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    await promisify(execFile)('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'csv',
      '--outdir',
      folder,
      to,
    ]);
    const sheet = await openSheetFile(path.join(folder, 'form.csv'));
    const texts = sheet.sheets[0]?.rows.map(({ cells }) =>
      cells.map((cell) => ('text' in cell ? cell.text : '')),
    );
    expect(texts?.[1]).toEqual([
      'Acme',
      'Enterprise Plan',
      '3 - Domain, number 3',
      '20',
      '2027-12-31',
      '1234567890123456789',
    ]);
    expect(texts?.[2]?.slice(0, 4)).toEqual(['=1+1', 'Gold', '', '007']);
  });

  test('a form that is open elsewhere is not replaced', async () => {
    const to = path.join(folder, 'form.xlsx');
    await writeForm(FORM, to);
    await writeFile(path.join(folder, '~$form.xlsx'), '');
    await expect(writeForm(FORM, to)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['form.xlsx', '~$form.xlsx']));
    expect(await readdir(folder)).toHaveLength(2);
  });
});
