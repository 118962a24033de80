import path from 'node:path';
import { expect, test } from 'vitest';
import { openSheetFile } from '../../app/sheets';
import { shownRows } from './shown';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'sheets');

test('a customer’s own form', async () => {
  const file = await openSheetFile(path.join(FOLDER, 'northwind-order-form.xlsx'));
  expect(file).toMatchObject({
    name: 'northwind-order-form.xlsx',
    format: 'workbook',
    dialect: null,
    sha256: '21824041859c36a17f211bc30705a09a8cfbf040bc5311945edaf69ead45939e',
  });
  expect(file.sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
    { name: 'Bestellung Q1', hidden: false },
    { name: 'Instructions', hidden: false },
  ]);
  const yes = 'Yes';
  expect(shownRows(file.sheets[0])).toEqual({
    '1': ['', 'Northwind Telecom: PBX order form'],
    '2': ['', 'Please return by the 25th'],
    '3': ['', 'Questions? orders@northwind.example'],
    '5': [
      ...['', 'Order no.', 'PBX name*', 'Subscription plan*', 'No. of\nextensions*', 'Concurrent calls*'],
      ...['Call recording?', 'Recording minutes', 'Region', 'Sub-domain*', 'Domain', 'Trial / Commercial'],
      ...['Expiry date', 'Keep running after expiry?', 'Firmware', 'Customer IDs'],
      ...['Firmware upgrade by PBX admin', 'Internal chat (IM)', 'Passwordless login', '…for our staff'],
      ...['Template', 'Price (EUR)', 'Remarks'],
    ],
    '6': [
      ...['', '#1001', 'Harbour Clinic', 'Enterprise', '#40', '#20', yes, '#2000', 'Asia Pacific(Singapore)'],
      ...['harbour-clinic', 'test.yeastarcloud.com', 'Commercial', '@2028-01-31', yes, '84.12.0.32'],
      ...['50086182, 50429564', yes, yes, yes, 'No', '', '#480', 'VIP'],
    ],
    '7': [
      ...['', '#1002', ' Lakeside School ', 'Ultimate Plan', '120', '#60', 'No', '#0'],
      ...['Asia Pacific(Singapore)', 'Lakeside', 'test.yeastarcloud.com', 'commercial', '@2027-06-30', 'No'],
      ...['84.12.0.32', '#50086182', yes, yes, 'No', 'No', '', '#1440'],
    ],
    '8': [
      ...['', '#1003', 'Old Mill Hotel', 'Enterprize Plan', '#15', '#8', 'Y', '#500', 'Singapore'],
      ...['old mill', 'test.yeastarcloud.com', 'Trial', '@2025-12-09', '', '84.12.0.32', '50086182'],
      ...['On', 'On', 'Off', 'Off', '', '#180', 'trial first'],
    ],
    '9': [
      ...['', '#1004', 'City Library', 'Enterprise Plan', '#30', '#15', 'Enabled', '1,500', 'Mars'],
      ...['city-library', 'nowhere.example', 'Commercial', '2026-02-31', 'yes', '84.12.0.32', 'abc'],
      ...[yes, yes, yes, yes, '', '!#REF!'],
    ],
    '10': [
      ...['', '#1005', 'Harbour Clinic 2', 'Enterprise Plan', '#30', '#15', yes, '#500'],
      ...['Asia Pacific(Singapore)', 'harbour-clinic', 'test.yeastarcloud.com', 'Commercial', '', ''],
      ...['84.12.0.32', '50086182', yes, yes, yes, yes, '', '#360', 'same sub-domain as 1001'],
    ],
    '13': ['', '', 'Total', '', '#235'],
  });
  expect(shownRows(file.sheets[1])).toEqual({ '1': ['Fill in the yellow cells only.'] });
});
