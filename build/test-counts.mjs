/** How many tests passed and failed; nothing that went wrong may count as nothing. */

/** Any step that is not a test run counts as one test. */
export function countStep(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * From Vitest's JSON report (null when it wrote none) and its exit code. A file that could not be loaded, a run that
 * ended badly without naming a test, and a run without any test count as one failure each.
 */
export function countTests(report, code) {
  if (report === null) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, testResults } = report;
  const unloadable = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailure),
  );
  const failed = numFailedTests + unloadable.length;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

function isFailure(assertion) {
  return assertion.status === 'failed';
}
