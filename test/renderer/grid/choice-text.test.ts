import { describe, expect, it } from 'vitest';
import { matchingChoices, withChoice } from '../../../renderer/grid/choice-text';

const CHOICES = [
  { value: '50086182', label: 'Acme' },
  { value: '50429564', label: 'Northwind Acme' },
  { value: 'Enterprise Plan', label: 'Enterprise Plan' },
];
const found = (text: string, kind: 'choice' | 'ids' = 'choice') =>
  matchingChoices(CHOICES, kind, text).map((one) => one.value);

describe('the choices of a cell', () => {
  it('are all there until something is typed', () => {
    expect(found('')).toHaveLength(3);
  });

  it('are found by value or name, letter case ignored, beginnings first', () => {
    expect(found('ACME')).toEqual(['50086182', '50429564']);
    expect(found('north')).toEqual(['50429564']);
    expect(found('504')).toEqual(['50429564']);
    expect(found('nothing')).toEqual([]);
  });

  it('of a list of ids go by the last one, and take its place', () => {
    expect(found('50086182, nor', 'ids')).toEqual(['50429564']);
    expect(withChoice('50086182, nor', 'ids', '50429564')).toBe('50086182, 50429564');
    expect(withChoice('nor', 'ids', '50429564')).toBe('50429564');
    expect(withChoice('anything', 'choice', 'Enterprise Plan')).toBe('Enterprise Plan');
  });
});
