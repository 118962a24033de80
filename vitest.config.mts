import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What build/bundle.mjs puts in from package.json.
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.{ts,tsx}', 'test/build/*.test.mjs'],
    exclude: ['test/e2e/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A busy machine may take its time; what is waited for must come all the same.
    expect: { poll: { timeout: 10_000 } },
  },
});
