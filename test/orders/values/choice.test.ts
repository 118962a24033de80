import { describe, expect, test } from 'vitest';
import { readBoolean, readChoice, readSwitch } from '../../../app/orders/values/choice';
import { check, checkOne, codes, ordersOf, told } from '../made-sheets';

describe('yes and no', () => {
  test.each(
    'Yes Y yes on On Enabled enable TRUE true 1 x ✓ Ja ja Oui Sí si Sim 是 启用 开启 有 啟用 開啟'.split(' '),
  )('%s is Enabled', (text) => {
    expect(readChoice('im', text).value).toBe('Enabled');
    expect(readBoolean('allowRunAfterExpirationDate', text).value).toBe(true);
  });
  test.each('No N no off Disabled FALSE 0 Nein non Não 否 禁用 关闭 无 停用 關閉'.split(' '))(
    '%s is Disabled',
    (text) => {
      expect(readChoice('im', text).value).toBe('Disabled');
      expect(readSwitch(text)).toBe(false);
    },
  );
  test.each([' yes ', 'ＹＥＳ', 'Yes\u00a0', 'yes!', 'YES.'])('%j is still Enabled', (text) => {
    expect(readChoice('im', text).value).toBe('Enabled');
  });
  test.each('✔️ ☑ ✅ да tak evet نعم はい 有効 예'.split(' '))('%s is a yes', (text) => {
    expect(readSwitch(text)).toBe(true);
  });
  test.each('☐ ❌ нет nie hayır لا いいえ 無効 아니오'.split(' '))('%s is a no', (text) => {
    expect(readSwitch(text)).toBe(false);
  });
  test.each(['☒', '○', 'v', '-', 'included', 'Yes/No'])('%s says neither, so it is asked', (text) => {
    expect(readChoice('im', text)).toMatchObject({
      value: undefined,
      findings: [{ code: 'unknown-choice' }],
    });
  });
  test('a cross is a yes by itself and is asked about beside ticks, on its cell', () => {
    const crosses = check(ordersOf({ im: 'x' }, { im: 'no', subDomain: 'b' }, { im: 'X', subDomain: 'c' }));
    expect(crosses.rows.map((row) => row.order?.im)).toEqual(['Enabled', 'Disabled', 'Enabled']);
    const { rows } = check(ordersOf({ im: '✓' }, { im: 'x', subDomain: 'b' }));
    expect(rows[0]?.order?.im).toBe('Enabled');
    expect(told(rows[1]?.problems ?? [])).toEqual(['P3 ambiguous-choice']);
    expect(rows[1]?.problems[0]?.message).toContain('"✓"');
  });
  test('somebody’s doubt is no answer, but the likely one is proposed', () => {
    expect(readChoice('plan', 'Ultimate?')).toMatchObject({
      value: undefined,
      findings: [{ code: 'unknown-choice', repair: { value: 'Ultimate Plan', safe: false } }],
    });
    expect(readChoice('im', 'yes?').value).toBeUndefined();
  });
  test('anything else is an error that lists what can be chosen', () => {
    const { value, findings } = readChoice('im', 'perhaps');
    expect(value).toBeUndefined();
    expect(findings).toEqual([
      { code: 'unknown-choice', params: { value: 'perhaps', choices: 'Enabled, Disabled' } },
    ]);
  });
});

describe('plans and types', () => {
  test.each([
    ['Enterprise Plan', 'Enterprise Plan'],
    ['enterprise plan', 'Enterprise Plan'],
    ['Enterprise', 'Enterprise Plan'],
    ['企业版', 'Enterprise Plan'],
    ['ULTIMATE', 'Ultimate Plan'],
    ['旗舰版', 'Ultimate Plan'],
    ['企業版', 'Enterprise Plan'],
    ['旗艦版', 'Ultimate Plan'],
  ])('%s is the %s', (text, plan) => {
    expect(readChoice('plan', text).value).toBe(plan);
  });
  test.each([
    ['Testversion', 'Trial'],
    ['试用', 'Trial'],
    ['商用', 'Commercial'],
    ['試用', 'Trial'],
    ['kommerziell', 'Commercial'],
    ['Comercial', 'Commercial'],
  ])('%s is %s', (text, type) => {
    expect(readChoice('type', text).value).toBe(type);
  });
  test('a misspelt plan is never changed without a click, because it is what is bought', () => {
    const row = checkOne({ plan: 'Enterprize Plan' });
    expect(row.state).toBe('invalid');
    expect(codes(row)).toEqual(['unknown-choice']);
    expect(row.problems[0]?.repair).toEqual({
      field: 'plan',
      value: 'Enterprise Plan',
      label: 'Change to "Enterprise Plan"',
      safe: false,
    });
  });
  test('a plan that is like none gets no guess', () => {
    expect(checkOne({ plan: 'Gold' }).problems[0]?.repair).toBeUndefined();
  });
});
