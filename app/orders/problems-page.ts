import { PROBLEMS } from './problem-table';

/** All problems as a page for docs/. */
export function problemsMarkdown(): string {
  const cell = (text: string): string => text.replace(/\|/g, '\\|');
  const rows = Object.entries(PROBLEMS).map(
    ([code, entry]) =>
      `| \`${code}\` | ${entry.level} | ${cell(entry.title)} | ${cell(entry.message)} | ${cell(entry.help)} |`,
  );
  return [
    '# Problems',
    '',
    'Every problem `check` can report. Codes are stable. Made from `app/orders/problem-table.ts` by `npm run docs`.',
    '',
    '| code | level | title | message | why |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
