/** Results as a Markdown table. `node test/bench/table.mjs` prints the one of the last full run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const short = (value) =>
  value === null ? '' : value < 100 ? value.toFixed(value < 10 ? 2 : 1) : String(Math.round(value));

export function table(results) {
  const rows = results.map((one) => ({
    work: one.title,
    size: one.rows === null ? '' : one.rows.toLocaleString('en'),
    who: one.who,
    ms: `${short(one.ms)}${one.per ? ` an ${one.per}` : ''}`,
    'CPU ms': short(one.cpuMs),
    'peak MB': short(one.peakMb),
    goals: one.goals.map(words).join('; '),
  }));
  const keys = Object.keys(rows[0]);
  const widths = keys.map((key) => Math.max(key.length, ...rows.map((row) => row[key].length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [
    line(keys),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map((row) => line(keys.map((key) => row[key]))),
  ].join('\n');
}

const words = ({ what, value, most, met }) =>
  `${met ? 'met' : 'MISSED'}: ${short(value)} ${what} (at most ${short(most)})`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(path.dirname(process.argv[1]), 'results.json');
  process.stdout.write(`${table(JSON.parse(readFileSync(file, 'utf8')).results)}\n`);
}
