import { describe, expect, test } from 'vitest';
import { readBoolean, readChoice, readSwitch } from '../../../app/orders/values/choice';
import { checkOne, codes } from '../made-sheets';

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
