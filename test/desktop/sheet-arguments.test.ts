import path from 'node:path';
import { expect, it } from 'vitest';
import { sheetIn } from '../../app/desktop/sheet-arguments';

const folder = path.resolve('/home/clerk');

it('finds the order sheet among a program’s arguments', () => {
  expect(sheetIn(['app', '--no-sandbox', '/opt/app', 'March orders.XLSX'], folder)).toBe(
    path.join(folder, 'March orders.XLSX'),
  );
  expect(sheetIn(['app', 'file:///home/clerk/B%C3%BCro%201.csv'], folder)).toBe('/home/clerk/Büro 1.csv');
});

it('takes nothing else for one', () => {
  expect(sheetIn(['orders.csv'], folder)).toBeNull();
  expect(sheetIn(['app', '/opt/app', 'loader.js', '--file=orders.csv'], folder)).toBeNull();
  expect(sheetIn(['app', 'file://elsewhere%00/orders.csv'], folder)).toBeNull();
});
