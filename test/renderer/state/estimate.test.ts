import { describe, expect, it } from 'vitest';
import { estimate } from '../../../renderer/state/estimate';

const every = (ms: number, times: number) => Array.from({ length: times }, (_, at) => at * ms);

describe('the time left', () => {
  it('is not guessed from a few answers', () => {
    expect(estimate(every(1000, 5), 100)).toBeNull();
    expect(estimate([], 100)).toBeNull();
  });

  it('of steady answers is a narrow range around the truth', () => {
    const guess = estimate(every(1000, 30), 60);
    expect(guess?.perMinute).toBe(60);
    expect(guess?.lowMs).toBeCloseTo(54_000);
    expect(guess?.highMs).toBeCloseTo(66_000);
  });

  it('of uneven answers is a wider range', () => {
    const uneven = Array.from({ length: 30 }, (_, at) => Math.floor(at / 2) * 2000 + (at % 2) * 100);
    const width = (answered: number[]) => {
      const guess = estimate(answered, 60);
      return guess ? guess.highMs - guess.lowMs : 0;
    };
    expect(width(uneven)).toBeGreaterThan(width(every(1000, 30)));
  });

  it('forgets how slow the beginning was', () => {
    const slowThenFast = [...every(10_000, 10), ...every(100, 80).map((at) => 100_000 + at)];
    expect(estimate(slowThenFast, 10)?.perMinute).toBe(600);
  });
});
