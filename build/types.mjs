/** Checks the types of every room, each with its own tsconfig, so that an import against the direction fails. */
import { setUp } from './setup.mjs';
import { inModules, main, run } from './steps.mjs';

await main(async () => {
  await setUp();
  const { code } = await run(
    process.execPath,
    [inModules('typescript', 'bin', 'tsc'), '-b', ...process.argv.slice(2)],
    {
      show: 'all',
    },
  );
  return code;
});
