import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSheetFile } from '../../app/sheets';
import { readTextSheet } from '../../app/sheets/text/read-text';
import { check, told, type Checked } from './made-sheets';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'sheets');
const open = (file: string): Checked =>
  check(readTextSheet(readFileSync(path.join(FOLDER, file)), file, file, {}).sheet);
const states = ({ rows }: Checked): string[] => rows.map((row) => row.state);

describe('sheets as they arrive', () => {
  test('a sheet of the API’s own headings is ready as it is', () => {
    const { table, rows } = open('clean.csv');
    expect(table.problems).toEqual([]);
    expect(table.columns.every((column) => column.confidence === 1)).toBe(true);
    expect(rows).toHaveLength(12);
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
    expect(rows[5]?.order).toMatchObject({ customerIds: [50086182, 50429564], provisionTemplateId: 12 });
    expect(rows[0]?.order).not.toHaveProperty('provisionTemplateId');
    expect(rows[1]?.order).not.toHaveProperty('expirationDate');
  });

  test('a sheet that came back half done goes on where it stopped', () => {
    const sheet = open('half-done.csv');
    expect(states(sheet)).toEqual(['skipped', 'skipped', 'ready', 'ready', 'ready', 'ready']);
    expect(sheet.rows[0]?.earlier).toEqual({ status: 'created', cloudPbxId: '42100' });
    expect(sheet.rows[2]?.earlier).toEqual({ status: 'rejected', cloudPbxId: '' });
  });

  test('a German reseller’s sheet', () => {
    const { table, rows } = open('reseller-de.csv');
    expect(table.problems).toEqual([]);
    expect(table.columns.filter((column) => column.field === null).map((column) => column.header)).toEqual([
      'Bemerkung',
    ]);
    expect(rows[0]?.order).toMatchObject({
      name: 'Müller & Söhne GmbH',
      plan: 'Enterprise Plan',
      recordingCapacity: 1000,
      regionId: 4,
      expirationDate: Date.UTC(2027, 11, 31, 23, 59, 59) / 1000,
    });
    expect(told(rows[1]?.problems ?? [])).toEqual(['C3 too-large']);
    expect(told(rows[2]?.problems ?? [])).toEqual([
      'A4 name-characters',
      'H4 bad-sub-domain',
      'L4 after-expiry-missing',
    ]);
  });

  test('a Chinese sheet in GBK', () => {
    const { rows } = open('order-zh-gbk.csv');
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
    expect(rows[0]?.order).toMatchObject({
      name: '厦门测试一号',
      plan: 'Enterprise Plan',
      type: 'Commercial',
    });
    expect(rows[1]?.order).toMatchObject({ im: 'Disabled', customerIds: [50086182, 50429564] });
  });

  test('Excel’s "Unicode text"', () => {
    expect(states(open('unicode-text.txt'))).toEqual(['ready', 'ready', 'ready', 'ready']);
  });

  test('every broken rule is reported on the cell that breaks it', () => {
    const { rows } = open('one-of-each-error.csv');
    expect(rows.map((row) => [row.row, row.state, ...told(row.problems)].join(' '))).toEqual([
      '2 invalid A2 required',
      '3 invalid B3 unknown-choice',
      '4 invalid C4 too-small',
      '5 invalid C5 not-whole',
      '6 invalid F6 recording-zero',
      '7 invalid H7 bad-sub-domain',
      '8 invalid L8 after-expiry-missing',
      '9 invalid K9 milliseconds',
      '10 invalid K10 expired',
      '11 ready R11 superior-without-passwordless',
      '12 invalid T12 template-missing',
      '13 invalid N13 required',
      '14 invalid H14 duplicate-url',
      '15 invalid H15 duplicate-url',
      '16 ready A16 name-characters A16 formula-like',
      '17 invalid C17 digits-lost N17 digits-lost',
    ]);
  });

  test('a form with sections, hints, an example, marks of what is called off, and remarks below', async () => {
    const { sheets } = await openSheetFile(path.join(FOLDER, 'nordtel-order-form.xlsx'));
    const { table, rows } = check(sheets);
    expect(table.columns.filter((column) => column.field === null).map((column) => column.header)).toEqual([
      'Qty',
      'Status',
    ]);
    expect(table.leftOut.map((one) => one.row)).toEqual([6, 7, 9, 14, 18, 21, 23, 24]);
    expect(told(table.problems)).toEqual(['- hidden-rows', '- other-sheets']);
    expect(rows.map((row) => [row.row, row.state, ...told(row.problems)])).toEqual([
      [10, 'ready'],
      [11, 'invalid', 'I11 bad-sub-domain', 'Q11 ambiguous-choice'],
      [12, 'ready', 'B12 struck-through'],
      [15, 'ready', 'T15 more-than-one'],
      [16, 'invalid', 'I16 placeholder'],
      [19, 'ready', 'B19 says-otherwise', 'U19 says-otherwise'],
    ]);
    expect(rows[0]?.order).toMatchObject({
      name: 'Acme North 1',
      plan: 'Enterprise Plan',
      extensionCapacity: 20,
      regionId: 4,
      subDomain: 'acme-n1',
      // The heading says that the day comes first.
      expirationDate: Date.UTC(2027, 3, 3, 23, 59, 59) / 1000,
      versionId: 764,
      customerIds: [50086182],
      im: 'Enabled',
    });
    expect(rows[1]?.problems[0]?.repair?.value).toBe('acme-n2');
    expect(rows[2]?.order?.customerIds).toEqual([50086182, 50429564]);
  });
});
