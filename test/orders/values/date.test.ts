import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderRequest } from '../../../app/orders';
import { columnDateOrder, dateOrder, readDate, type DateOrder } from '../../../app/orders/values/date';
import { checkOne, codes } from '../made-sheets';

const endOf = (day: string): number => Date.parse(`${day}T23:59:59Z`) / 1000;
const read = (text: string, order: DateOrder = 'unknown', zone = 'UTC'): number | string | undefined => {
  const { value, findings } = readDate(text, order, zone);
  return value ?? findings[0]?.code;
};

describe('a day, as people write it', () => {
  test.each([
    '2027-12-31',
    '2027/12/31',
    '2027.12.31',
    '20271231',
    '2027年12月31日',
    '２０２７年１２月３１日',
    '31.12.2027',
    '31. 12. 2027',
    '31.12.27',
    '31/12/2027',
    '12/31/2027',
    '31-12-2027',
    '31 December 2027',
    '31st Dec 2027',
    'December 31, 2027',
    'Dec 31st, 2027',
    '31-Dec-2027',
    '31-Dec-27',
    '31. Dezember 2027',
    '31 de diciembre de 2027',
    '31 décembre 2027',
    '31 déc. 2027',
    '31 de dezembro de 2027',
    '٣١/١٢/٢٠٢٧',
    'Friday, December 31, 2027',
    'Fri 31 Dec 2027',
    'Freitag, 31. Dezember 2027',
    'sexta-feira, 31 de dezembro de 2027',
    // As programs write days that have no days without a time.
    '2027-12-31 00:00:00',
    '2027/12/31 0:00',
    '2027-12-31T00:00:00.000',
    '12/31/2027 12:00:00 AM',
    '31.12.2027 24:00',
  ])('%s is the end of 31 December 2027', (text) => {
    expect(read(text)).toBe(endOf('2027-12-31'));
  });

  test.each(['2027-12', '12/2027', '2027年12月', 'December 2027', 'Dez. 2027'])(
    '%s has no day: the last of the month is proposed, not assumed',
    (text) => {
      expect(readDate(text, 'unknown', 'UTC')).toEqual({
        value: undefined,
        findings: [
          { code: 'not-a-date', params: { value: text }, repair: { value: '2027-12-31', safe: false } },
        ],
      });
    },
  );
  test.each(['2027', 'Dec-27', '13/2027', '2027-13', 'soon 2027', '12/1999'])(
    '%s proposes nothing',
    (text) => {
      expect(readDate(text, 'unknown', 'UTC').findings).toEqual([
        { code: 'not-a-date', params: { value: text } },
      ]);
    },
  );

  test.each([
    ['Expiry date (DD/MM/YYYY)', 'day-first'],
    ['Expiry date [mm-dd-yyyy]', 'month-first'],
    ['Ablaufdatum (TT.MM.JJJJ)', 'day-first'],
    ['Date d’expiration (JJ/MM/AAAA)', 'day-first'],
    ['Expiry date (YYYY-MM-DD)', 'unknown'],
    ['Expiry date', 'unknown'],
  ])('the heading %s says %s', (heading, order) => {
    expect(columnDateOrder(heading, ['03/04/2027'])).toBe(order);
  });
  test('a heading that its own column contradicts says nothing', () => {
    expect(columnDateOrder('Expiry date (DD/MM/YYYY)', ['12/31/2027'])).toBe('unknown');
    expect(columnDateOrder('Expiry date (MM/DD/YYYY)', ['12/31/2027', '03/04/2027'])).toBe('month-first');
  });

  test('a weekday that is another one contradicts the date', () => {
    expect(read('Monday, December 31, 2027')).toBe('impossible-date');
  });

  test.each([
    '2027-12-31 08:00 GMT+8',
    '2027-12-31 08:00 UTC+08:00',
    '2027-12-31T00:00:00Z',
    '2027-12-31 00:00 UTC',
  ])('%s is that very instant', (text) => {
    expect(read(text)).toBe(Date.UTC(2027, 11, 31) / 1000);
  });

  test('years that are most likely slips or of another calendar are warned about', () => {
    for (const year of ['2207', '2570', '9999']) {
      const row = checkOne({ expirationDate: `${year}-12-31` });
      expect([row.state, ...codes(row)]).toEqual(['ready', 'far-expiry']);
    }
    expect(codes(checkOne({ expirationDate: '2046-11-01' }))).toEqual([]);
  });

  test.each(['n/a', '-', 'Never', 'unbefristet', '永久'])(
    '%j can be taken away, as no expiry is needed',
    (text) => {
      expect(checkOne({ expirationDate: text }).problems[0]).toMatchObject({
        code: 'not-a-date',
        repair: { value: '', label: 'Clear the cell', safe: false },
      });
    },
  );

  test('the first of a month in French', () => {
    expect(read('1er janvier 2028')).toBe(endOf('2028-01-01'));
  });

  test.each(['2026-02-31', '31.04.2027', '30/02/2028', '2027-13-01', '2027-12-31 24:30'])(
    '%s does not exist',
    (text) => {
      expect(read(text)).toBe('impossible-date');
    },
  );

  test.each([
    'soon',
    '2027',
    '12/2027',
    '31',
    '202712312359',
    '20271231235959',
    '18619199990',
    'Decembre-ish 3 2027',
  ])('%s is no date', (text) => {
    expect(read(text)).toBe('not-a-date');
  });
});

describe('a date that may mean two days', () => {
  test('is asked about until its column shows the order', () => {
    expect(read('03/04/2027')).toBe('ambiguous-date');
    expect(read('03/04/2027', dateOrder(['31/12/2027']))).toBe(endOf('2027-04-03'));
    expect(read('03/04/2027', dateOrder(['12/31/2027']))).toBe(endOf('2027-03-04'));
    expect(read('03/04/2027', dateOrder(['12/31/2027', '31/12/2027']))).toBe('ambiguous-date');
    expect(read('04/04/2027')).toBe(endOf('2027-04-04'));
  });

  test('tells both days', () => {
    expect(readDate('03/04/2027', 'unknown', 'UTC').findings[0]?.params).toMatchObject({
      one: '2027-04-03',
      other: '2027-03-04',
    });
  });

  test('includes two-digit years that may come first', () => {
    expect(read('27/12/31')).toBe('ambiguous-date');
    expect(dateOrder(['27/12/31', '28/01/31'])).toBe('unknown');
    expect(read('13/12/27')).toBe(endOf('2027-12-13'));
    expect(read('31/12/27', dateOrder(['31/12/2027']))).toBe(endOf('2027-12-31'));
  });
});

describe('instants', () => {
  test('seconds are taken as they are; milliseconds are offered as seconds', () => {
    expect(read('1861919999')).toBe(1_861_919_999);
    const { findings } = readDate('1861919999000', 'unknown', 'UTC');
    expect(findings).toMatchObject([{ code: 'milliseconds', repair: { value: '1861919999', safe: true } }]);
  });

  test.each([
    ['2027-12-31T23:59:59Z', '2027-12-31T23:59:59Z'],
    ['2027-12-31T23:59:59+08:00', '2027-12-31T15:59:59Z'],
    ['2027-12-31 18:30', '2027-12-31T18:30:00Z'],
    ['31.12.2027, 18:30', '2027-12-31T18:30:00Z'],
    ['12/31/2027 6:30 PM', '2027-12-31T18:30:00Z'],
    ['12/31/2027 12:05 a.m.', '2027-12-31T00:05:00Z'],
  ])('%s is %s', (text, iso) => {
    expect(read(text)).toBe(Date.parse(iso) / 1000);
  });

  test('a day ends when it ends in the order’s time zone', () => {
    expect(read('2027-12-31', 'unknown', 'Asia/Singapore')).toBe(endOf('2027-12-31') - 8 * 3600);
    expect(read('2027-07-31', 'unknown', 'America/New_York')).toBe(endOf('2027-07-31') + 4 * 3600);
    expect(read('2027-12-31', 'unknown', 'America/New_York')).toBe(endOf('2027-12-31') + 5 * 3600);
    expect(read('2027-12-31', 'unknown', 'Asia/Kolkata')).toBe(endOf('2027-12-31') - 5.5 * 3600);
  });

  test('the end of any day is that day on the zone’s own calendar, one second before the next', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const text = date.toISOString().slice(0, 10);
        const seconds = Number(read(text, 'unknown', timeZone));
        const shown = (at: number): string => new Date(at * 1000).toLocaleDateString('sv-SE', { timeZone });
        expect(shown(seconds)).toBe(text);
        expect(shown(seconds + 1)).not.toBe(text);
      }),
    );
  });

  test('the farthest day can be sent from anywhere', () => {
    for (const zone of ['Pacific/Pago_Pago', 'Pacific/Kiritimati']) {
      const row = checkOne({ expirationDate: '9999-12-31' }, { timeZone: zone });
      expect(orderRequest.safeParse(row.order).success).toBe(true);
    }
  });
});

describe('in a sheet', () => {
  test('an expiry that has passed is an error with the day and the zone', () => {
    const row = checkOne({ expirationDate: '2026-11-23' });
    expect(row.problems).toMatchObject([
      { code: 'expired', cell: 'K2', message: 'The expiry date 2026-11-23 23:59 (UTC) has passed.' },
    ]);
    expect(codes(checkOne({ expirationDate: '2026-11-24' }))).toEqual([]);
  });

  test('a number that lost its date format is asked about, not taken', () => {
    const row = checkOne({ expirationDate: 46752 });
    expect(row.problems).toMatchObject([
      { code: 'not-a-date', repair: { value: '2027-12-31', safe: false } },
    ]);
  });

  test('a date cell of a workbook', () => {
    const row = checkOne({ expirationDate: { kind: 'date', iso: '2027-12-31' } });
    expect(row.order?.expirationDate).toBe(endOf('2027-12-31'));
  });
});
