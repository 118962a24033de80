import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../app/orders';
import { readId, readIds } from '../../../app/orders/values/lookup';
import { lookupIndex } from '../../../app/orders/values/lookup-index';
import { CATALOG, checkOne, codes } from '../made-sheets';

const EMPTY: Catalog = {
  fetchedAt: 0,
  regions: [],
  domains: [],
  firmwares: [],
  templates: [],
  customers: [],
};
const region = lookupIndex('region', CATALOG);
const customer = lookupIndex('customer', CATALOG);
const firmware = lookupIndex('firmware', CATALOG);
const domain = lookupIndex('domain', CATALOG);

describe('a name for an id', () => {
  test.each([
    '4',
    '#4',
    '4.0',
    ' 4 ',
    'Asia Pacific(Singapore)',
    'asia pacific (singapore)',
    'Singapore',
    'SINGAPORE',
    '4 - Asia Pacific(Singapore)',
    '4 (Singapore)',
    'Asia Pacific(Singapore) [4]',
    'Region 4',
    'ID: 4',
  ])('%j is region 4', (text) => {
    expect(readId(text, region)).toEqual({ value: 4, findings: [] });
  });
  test.each(['3 - Asia Pacific(Singapore)', 'EU Singapore', 'My Singapore', 'Singapore?'])(
    '%j is not taken for region 4',
    (text) => {
      expect(readId(text, region)).toMatchObject({ value: undefined, findings: [{ code: 'unknown-id' }] });
    },
  );
  test('letter case is no part of a name', () => {
    expect(readId('China(Guangdong)', region).value).toBe(1);
    expect(readId('GUANGDONG', region).value).toBe(1);
  });
  test.each([
    '84.20.0.110',
    '99.99.9.110',
    '110',
    '84.12',
    'latest',
    '84.12.0.32 (latest)',
    '764 (84.19.0.110)',
  ])('firmware %j is none the account has, however alike', (text) => {
    expect(readId(text, firmware)).toMatchObject({ value: undefined, findings: [{ code: 'unknown-id' }] });
  });
  test.each(['84.12.0.32', 'v84.12.0.32', '764', '764 (84.12.0.32)', '84.12.0.32 - 764'])(
    'firmware %j is 764',
    (text) => {
      expect(readId(text, firmware)).toEqual({ value: 764, findings: [] });
    },
  );
  test.each([
    'test',
    'com',
    'my-test.yeastarcloud.com',
    'test-yeastarcloud.com',
    'acme.test.yeastarcloud.com',
  ])('domain %j is another one than test.yeastarcloud.com', (text) => {
    expect(readId(text, domain).value).toBeUndefined();
  });
  test.each([
    'https://test.yeastarcloud.com/',
    '.test.yeastarcloud.com',
    '@TEST.yeastarcloud.com.',
    '4 (test.yeastarcloud.com)',
  ])('domain %j is test.yeastarcloud.com', (text) => {
    expect(readId(text, domain)).toEqual({ value: 4, findings: [] });
  });
  test('a name that leads to several ids is asked, with the candidates', () => {
    expect(readId('China', region).findings).toEqual([
      {
        code: 'ambiguous-name',
        params: { value: 'China', kind: 'region', candidates: '1 (China(GuangDong)), 2 (China(Shanghai))' },
      },
    ]);
  });
  test('a misspelt name is an error that proposes the likely one', () => {
    const { value, findings } = readId('Asia Pacific(Singapure)', region);
    expect(value).toBeUndefined();
    expect(findings[0]).toMatchObject({
      code: 'unknown-id',
      repair: { value: 'Asia Pacific(Singapore)', safe: false },
    });
  });
  test('a number the catalog does not have is an error', () => {
    expect(codes(checkOne({ regionId: '9' }))).toContain('unknown-id');
    expect(codes(checkOne({ versionId: '765' }))).toEqual(['unknown-id']);
    expect(codes(checkOne({ provisionTemplateId: '13' }))).toEqual(['unknown-id']);
  });
  test('without a catalog numbers are taken as they are and names are refused', () => {
    const none = lookupIndex('region', EMPTY);
    expect(readId('9', none).value).toBe(9);
    expect(readId('Singapore', none).findings[0]).toMatchObject({ code: 'unknown-id' });
  });
  test('one domain name in two regions is told apart by the region', () => {
    const domains = lookupIndex('domain', {
      ...CATALOG,
      domains: [
        { regionId: 1, domainId: 7, domain: 'pbx.example' },
        { regionId: 4, domainId: 8, domain: 'pbx.example' },
      ],
    });
    expect(readId('pbx.example', domains, 4).value).toBe(8);
    expect(readId('pbx.example', domains, 2).findings[0]?.code).toBe('ambiguous-name');
  });
  test.each(['5.01E+07', '5,01e+7'])('digits lost in %s are never guessed', (text) => {
    expect(readId(text, customer)).toMatchObject({ value: undefined, findings: [{ code: 'digits-lost' }] });
  });
});

describe('customers', () => {
  test.each([
    '50086182,50429564',
    '50086182, 50429564',
    '50086182;50429564',
    '50086182；50429564',
    '50086182、50429564',
    '50086182 / 50429564',
    '50086182 50429564',
    '50086182\n50429564',
    '50086182 and 50429564',
    '50086182 & 50429564',
    'Acme, Northwind Traders',
    'ana@acme.example; ben@northwind.example',
    'Ana Lopez und Ben Okafor',
    'Acme + Northwind Traders',
    'Ana <ana@acme.example>; mailto:ben@northwind.example',
    'Ana Lopez <ana@acme.example>, Ben Okafor <ben@northwind.example>',
    'ana@acme.example  ben@northwind.example',
    'Acme (50086182), 50429564 - Northwind Traders',
  ])('%j are two', (text) => {
    expect(readIds(text, customer).value).toEqual([50086182, 50429564]);
  });
  test.each(['Traders', 'AB Acme', 'Acme (50429564)', 'ME Rossi', 'Ana', 'ana-lopez@acme.example', 'Acme?'])(
    '%j is not taken for a customer of a like name',
    (text) => {
      expect(readIds(text, customer)).toMatchObject({ value: undefined, findings: [{ code: 'unknown-id' }] });
    },
  );
  test('a comma in the name before an address parts nothing', () => {
    expect(readIds('"Lopez, Ana" <ana@acme.example>', customer).value).toEqual([50086182]);
  });
  test('the customer who has all the words of a name is proposed', () => {
    expect(readIds('Traders', customer).findings[0]?.repair).toEqual({
      value: 'Northwind Traders',
      safe: false,
    });
  });
  test.each(['50,086,182', '50 086 182'])('%j may be one customer or three, so it is asked', (text) => {
    expect(readIds(text, customer)).toMatchObject({
      value: undefined,
      findings: [{ code: 'ambiguous-number', repair: { value: '50086182', safe: false } }],
    });
  });
  test('a company whose own name holds a comma is one customer', () => {
    const index = lookupIndex('customer', {
      ...CATALOG,
      customers: [{ customerId: 5, firstName: 'A', lastName: 'B', company: 'Smith, Jones & Co', email: '' }],
    });
    expect(readIds('Smith, Jones & Co', index).value).toEqual([5]);
  });
  test('a customer the catalog lacks is a warning: customers are added every day', () => {
    const row = checkOne({ customerIds: '50086182,99999' });
    expect(row.state).toBe('ready');
    expect(codes(row)).toEqual(['unknown-customer']);
    expect(row.order?.customerIds).toEqual([50086182, 99999]);
  });
  test('an unknown name is an error, for nobody knows its id', () => {
    expect(checkOne({ customerIds: 'Acmee' }).problems[0]).toMatchObject({
      code: 'unknown-id',
      level: 'error',
    });
  });
  test('the same customer twice is sent once', () => {
    const row = checkOne({ customerIds: '50086182, 50086182' });
    expect(row.order?.customerIds).toEqual([50086182]);
    expect(codes(row)).toEqual(['repeated-customer']);
  });
  test('more than three are warned about', () => {
    expect(codes(checkOne({ customerIds: '50086182,50429564,50430017,50431120' }))).toEqual([
      'many-customers',
    ]);
  });
  test.each([',', ';;', ' , '])('%j is no customer', (text) => {
    expect(readIds(text, customer)).toMatchObject({ value: undefined, findings: [{ code: 'unknown-id' }] });
  });
});
