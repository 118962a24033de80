import path from 'node:path';
import exceljs, { type DataValidation } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { columnLetter, SANDBOX_CATALOG } from '../../app/orders';
import { writeForm } from '../../app/sheets';
import { templateForm } from '../../app/engine/template';
import { shownByOffice } from '../sheets/office';
import { newFolder } from './started-engine';

const form = templateForm({ ...SANDBOX_CATALOG, fetchedAt: 1 }, 'sandbox');
const at = (heading: string): number => form.columns.findIndex((one) => one.heading === heading);
const example = form.rows[0]?.map((one) => one.text) ?? [];
const rowWith = (changes: Record<string, string>): { text: string }[] =>
  example.map((text, index) => ({ text: changes[form.columns[index]?.heading ?? ''] ?? text }));

/** A row, the column whose check is asked, and whether the form lets its cell through. */
const CASES: [Record<string, string>, string, boolean][] = [
  [{ 'Sub-domain': 'acme-1' }, 'Sub-domain', true],
  [{ 'Sub-domain': 'ACME9' }, 'Sub-domain', true],
  [{ 'Sub-domain': '-' }, 'Sub-domain', false],
  [{ 'Sub-domain': '----' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'Tbd' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'none' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'nonesuch' }, 'Sub-domain', true],
  [{ 'Sub-domain': 'old mill' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'b_6.x' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'was?' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'twin' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'TWIN' }, 'Sub-domain', false],
  [{ 'Sub-domain': 'x'.repeat(64) }, 'Sub-domain', false],
  [{ 'Sub-domain': 'r1', 'Call recording': 'Enabled', 'Recording minutes': '0' }, 'Recording minutes', false],
  [{ 'Sub-domain': 'r2', 'Call recording': 'Disabled', 'Recording minutes': '0' }, 'Recording minutes', true],
  [
    { 'Sub-domain': 'r3', 'Call recording': 'Disabled', 'Recording minutes': '500' },
    'Recording minutes',
    false,
  ],
  [
    { 'Sub-domain': 'r4', 'Call recording': 'Enabled', 'Recording minutes': '500' },
    'Recording minutes',
    true,
  ],
  [
    { 'Sub-domain': 't1', Firmware: '84.12.0.32', 'Transcription minutes': '60' },
    'Transcription minutes',
    false,
  ],
  [
    { 'Sub-domain': 't2', Firmware: '84.19.0.110', 'Transcription minutes': '60' },
    'Transcription minutes',
    true,
  ],
  [
    { 'Sub-domain': 't3', Firmware: '84.12.0.32', 'Transcription minutes': '0' },
    'Transcription minutes',
    true,
  ],
  [{ 'Sub-domain': 'd1', Region: 'China(Shanghai)', Domain: 'sh.yeastarcloud.com' }, 'Domain', true],
  [{ 'Sub-domain': 'd2', Region: 'China(Shanghai)', Domain: 'sg.yeastarcloud.com' }, 'Domain', false],
  [{ 'Sub-domain': 'f1', Region: 'China(Shanghai)', Firmware: '84.19.0.110' }, 'Firmware', false],
  [{ 'Sub-domain': 'f2', Region: 'India(Mumbai)', Firmware: '84.19.0.110' }, 'Firmware', true],
  [{ 'Sub-domain': 'i1', Firmware: '84.11.0.20', 'Internal chat': 'Enabled' }, 'Internal chat', false],
  [{ 'Sub-domain': 'i2', Firmware: '84.11.0.20', 'Internal chat': 'Disabled' }, 'Internal chat', true],
];

/** What a spreadsheet program makes of a cell's check: its own formulas, moved from row 2 to the row. */
function verdictFormula(validation: DataValidation, cell: string, row: number): string {
  const moved = String(validation.formulae[0]).replace(/(\$?[A-Z]+)2\b/g, `$1${row}`);
  return validation.type === 'list' ? `COUNTIF(${moved},${cell})>0` : moved;
}

describe('the checks of the order form, as a spreadsheet program understands them', () => {
  test('stop what an order can’t have and let through what it can', async () => {
    const to = path.join(newFolder(), 'form.xlsx');
    await writeForm({ ...form, rows: CASES.map(([changes]) => rowWith(changes)) }, to);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(to);
    const [sheet] = workbook.worksheets;
    const verdictColumn = form.columns.length + 1;
    CASES.forEach(([, heading], index) => {
      const row = index + 2;
      const letter = columnLetter(at(heading));
      const validation = sheet?.getCell(`${letter}2`).dataValidation;
      if (!sheet || !validation) throw new Error(`${heading} has no check`);
      const formula = verdictFormula(validation, `${letter}${row}`, row);
      sheet.getCell(row, verdictColumn).value = {
        formula: `IF(ISERROR(${formula}),"no",IF(${formula},"yes","no"))`,
      };
    });
    await workbook.xlsx.writeFile(to);
    const shown = (await shownByOffice(to)).find((lines) => lines.length > CASES.length);
    const verdicts = shown
      ?.slice(1, CASES.length + 1)
      .map((line) => line.split(',').at(-1)?.replaceAll('"', ''));
    expect(verdicts).toEqual(CASES.map(([, , allowed]) => (allowed ? 'yes' : 'no')));
  });
});
