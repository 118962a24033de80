import { describe, expect, it } from 'vitest';
import { countStep, countTests } from '../../build/test-counts.mjs';

const file = (status, ...tests) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });
const report = (passed, failed, ...testResults) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
});

describe('what npm test counts', () => {
  it('adds up the tests of a report', () => {
    const mixed = report(
      3,
      2,
      file('passed', 'passed', 'passed'),
      file('failed', 'passed', 'failed', 'failed'),
    );
    expect(countTests(mixed, 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(countTests(report(1, 0, file('passed', 'passed'), file('failed')), 1)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('counts a run that ended badly without a failed test, without tests or without a report as a failure', () => {
    expect(countTests(report(1, 0, file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1 });
    expect(countTests(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countTests(null, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts every other step as one', () => {
    expect(countStep(0)).toEqual({ passed: 1, failed: 0 });
    expect(countStep(2)).toEqual({ passed: 0, failed: 1 });
  });
});
