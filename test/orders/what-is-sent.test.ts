import { describe, expect, it } from 'vitest';
import { fold } from '../../app/orders/fold';
import { orderRequest, type AlreadyMade } from '../../app/orders';
import {
  CATALOG,
  GOOD,
  cellOf,
  check,
  checkOne,
  codes,
  ordersOf,
  sheetOf,
  type Written,
} from './made-sheets';

/** A row under headings of the test's own, the good ones first. */
const withColumns = (more: Record<string, Written>, change: Record<string, Written> = {}) =>
  sheetOf([
    [...Object.keys(GOOD), ...Object.keys(more)],
    [...Object.values({ ...GOOD, ...change }), ...Object.values(more)],
  ]);

describe('what is sent is what the row says', () => {
  it('nothing about after the expiry without an expiry', () => {
    const row = checkOne({ expirationDate: '', allowRunAfterExpirationDate: 'Yes' });
    expect(row.state).toBe('ready');
    expect(row.order).not.toHaveProperty('allowRunAfterExpirationDate');
  });

  it('no template while provisioning by template is disabled', () => {
    const row = checkOne({ provisioningViaTemplate: 'Disabled', provisionTemplateId: '12' });
    expect(row.state).toBe('ready');
    expect(row.order).not.toHaveProperty('provisionTemplateId');
  });

  it('the domain of its own region, though the cell is the same as in the row above', () => {
    const domains = [
      { regionId: 4, domainId: 4, domain: 'pbx.example' },
      { regionId: 3, domainId: 9, domain: 'pbx.example' },
    ];
    const domainId = cellOf('pbx.example');
    const { rows } = check(
      ordersOf(
        { domainId, subDomain: 'a' },
        { domainId, subDomain: 'b', regionId: '3', versionId: '764' },
        { domainId, subDomain: 'c' },
      ),
      { catalog: { ...CATALOG, domains } },
    );
    expect(rows.map((row) => row.order?.domainId)).toEqual([4, 9, 4]);
  });

  it('what was typed over a number is read as it was typed', () => {
    const { checker } = check(ordersOf({ recordingCapacity: 750 }), { decimalMark: ',' });
    checker.edit(2, 'recordingCapacity', '1.250');
    expect(checker.rows[0]?.order?.recordingCapacity).toBe(1250);
  });

  it('the value for all rows where a cell has nothing but spaces', () => {
    const { rows } = check(ordersOf({ customerIds: '  ' }), {
      find: { constants: { customerIds: '50429564' } },
    });
    expect(rows[0]?.texts.customerIds).toBe('50429564');
    expect(rows[0]?.order?.customerIds).toEqual([50429564]);
  });

  it('never an id that was rounded', () => {
    for (const field of ['customerIds', 'regionId', 'provisionTemplateId'] as const) {
      const row = checkOne(
        { [field]: '9007199254740993' },
        { catalog: { ...CATALOG, regions: [], templates: [] } },
      );
      expect([field, row.state, row.order]).toEqual([field, 'invalid', null]);
    }
  });

  it('the end of the day where clocks change that night, on both sides of the world', () => {
    const sent = (expirationDate: string, timeZone: string) =>
      checkOne({ expirationDate }, { timeZone }).order;
    expect(sent('2027-04-03', 'Pacific/Auckland')?.expirationDate).toBe(
      Date.UTC(2027, 3, 3, 10, 59, 59) / 1000,
    );
    expect(sent('2027-11-06', 'America/New_York')?.expirationDate).toBe(
      Date.UTC(2027, 10, 7, 3, 59, 59) / 1000,
    );
    expect(sent('2027-03-27', 'Europe/Berlin')?.expirationDate).toBe(
      Date.UTC(2027, 2, 27, 22, 59, 59) / 1000,
    );
  });
});

describe('what may be sent', () => {
  it('is a domain or a firmware in any of its regions', () => {
    const domains = [3, 4].map((regionId) => ({ regionId, domainId: 4, domain: 'pbx.example' }));
    const catalog = { ...CATALOG, domains };
    for (const regionId of ['3', '4']) expect(codes(checkOne({ regionId }, { catalog }))).toEqual([]);
    expect(codes(checkOne({ regionId: '2' }, { catalog }))).toEqual(['domain-region']);
  });

  it('is no transcription with whatever firmware', () => {
    expect(codes(checkOne({ transcriptionCapacity: '0' }))).toEqual([]);
    expect(codes(checkOne({ transcriptionCapacity: '1' }))).toEqual(['transcription-firmware']);
  });

  it('is nothing that lacks what every order needs, column or not', () => {
    const fields = Object.keys(GOOD).filter((name) => name !== 'versionId');
    const values = Object.entries(GOOD).flatMap(([name, value]) => (name === 'versionId' ? [] : [value]));
    const { rows } = check(sheetOf([fields, values]));
    expect(rows[0]).toMatchObject({ state: 'invalid', order: null });
  });

  it('is nothing the sheet says was sent, however the word is written', () => {
    for (const status of ['sending', 'Unconfirmed', 'CREATED'])
      expect(codes(check(withColumns({ status, cloudPbxId: '' })).rows[0])).toEqual(['unconfirmed-earlier']);
  });

  it('is one address once, whatever the letter case of sub-domain and domain', () => {
    const domains = [{ regionId: 4, domainId: 4, domain: 'PBX.Example' }];
    const { rows } = check(ordersOf({ subDomain: 'Acme' }, { subDomain: 'aCME' }), {
      catalog: { ...CATALOG, domains },
    });
    expect(rows.map((row) => [row.url, row.state])).toEqual([
      ['acme.pbx.example', 'invalid'],
      ['acme.pbx.example', 'invalid'],
    ]);
  });

  it('is not asked of a row that has its id, whatever else the ledger or the sheet has at its address', () => {
    const made: AlreadyMade = {
      url: 'acme-1.test.yeastarcloud.com',
      state: 'unconfirmed',
      cloudPbxId: null,
      sheet: 'a.csv',
      row: 2,
      at: 0,
    };
    const [row] = check(withColumns({ status: 'created', cloudPbxId: '42100' }), {
      alreadyMade: [made],
    }).rows;
    expect(row).toMatchObject({ state: 'skipped', problems: [], earlier: { cloudPbxId: '42100' } });
  });
});

it('a request without a customer, or with one more field than YCM knows, is none', () => {
  const { order } = checkOne({});
  expect(orderRequest.safeParse(order).success).toBe(true);
  expect(orderRequest.safeParse({ ...order, customerIds: [] }).success).toBe(false);
  expect(orderRequest.safeParse({ ...order, colour: 'blue' }).success).toBe(false);
});

it('words are the same with ß and ss', () => {
  expect(fold('Straße')).toBe(fold('STRASSE'));
});
