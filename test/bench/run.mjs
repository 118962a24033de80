/**
 * `npm run bench`: ours and its peers, alternating, each in a cold process, and the window in the real Electron; prints
 * medians and goals and writes test/bench/results.json. `-- --quick`: smaller, three rounds, nothing written. Words choose.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BuildError, main, ROOT, say } from '../../build/steps.mjs';
import { COMPARISONS } from './comparisons.mjs';
import { buildContenders, compare } from './measuring.mjs';
import { table } from './table.mjs';
import { measureWindow, WINDOW } from './window.mjs';

await main(async () => {
  const words = process.argv.slice(2);
  const quick = words.includes('--quick');
  const named = words.filter((word) => !word.startsWith('--'));
  const wanted = (name) => named.length === 0 || named.some((word) => name.includes(word));
  const chosen = COMPARISONS.filter(({ name }) => wanted(name));
  if (chosen.length === 0 && !wanted(WINDOW))
    throw new BuildError(`No comparison is named like ${named.join(', ')}.`);
  const load = os.loadavg()[0];
  await buildContenders(chosen);
  const results = [];
  for (const comparison of chosen) results.push(...(await compare(comparison, quick)));
  if (wanted(WINDOW)) results.push(...(await measureWindow(quick)));
  process.stdout.write(`${table(results)}\n`);
  if (!quick && named.length === 0) {
    const machine = {
      node: process.version,
      cores: os.cpus().length,
      cpu: os.cpus()[0]?.model ?? '',
      /** Of other programs, too: with more than the cores, times are longer than they need be. */
      loadBefore: load,
      loadAfter: os.loadavg()[0],
    };
    const date = new Date().toISOString().slice(0, 10);
    const file = path.join(ROOT, 'test', 'bench', 'results.json');
    writeFileSync(file, `${JSON.stringify({ date, machine, results }, null, 2)}\n`);
    say(`- written: test/bench/results.json`);
  }
  return 0;
});
