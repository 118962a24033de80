/** `npm run docs`: writes the pages of docs/ that are made from the program itself; `-- --check` only says which are not true. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRunItself, main, ROOT, say } from './steps.mjs';

/** Each page's file and its text as it should be. */
export async function pages() {
  const { problemsMarkdown } = await load('app/orders/index.ts');
  return { 'docs/problems.md': problemsMarkdown(), 'docs/window.md': await windowPage() };
}

/** The page about the window, with its keys as they are. */
async function windowPage() {
  // Keys are named as this system has them; the page names those of a PC.
  globalThis.window ??= { pbxOrders: { platform: 'linux' } };
  const { keysEverywhere, keysInGrid } = await load('renderer/state/key-list.ts');
  const { en } = await load('renderer/words/en.ts');
  const table = (head, lines) => [
    `| ${head} | |`,
    '|---|---|',
    ...lines.map(({ keys, what }) => `| ${keys.map((key) => `\`${key}\``).join(', ')} | ${what} |`),
    '',
  ];
  const tables = [
    ...table(en.keyboardGrid, keysInGrid(en)),
    ...table(en.keyboardEverywhere, keysEverywhere(en, { sheet: null, run: null })),
  ];
  const text = readFileSync(path.join(ROOT, 'docs', 'window.md'), 'utf8');
  const between = /(<!-- keys[^>]*-->\n)[^]*(<!-- \/keys -->)/;
  return text.replace(between, (_all, open, close) => `${open}\n${tables.join('\n')}\n${close}`);
}

/** A TypeScript module with all it imports, loaded as it is now. */
async function load(entry) {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const [{ text }] = outputFiles;
  const file = path.join(ROOT, 'node_modules', '.pbx-orders-docs.mjs');
  writeFileSync(file, text);
  return import(/* @vite-ignore */ `${pathToFileURL(file).href}?${entry}`);
}

/** The files whose text is not what it should be. */
export async function stalePages() {
  const stale = [];
  for (const [file, text] of Object.entries(await pages())) {
    const where = path.join(ROOT, file);
    if (!existsSync(where) || readFileSync(where, 'utf8') !== text) stale.push(file);
  }
  return stale;
}

if (isRunItself(import.meta.url)) {
  await main(async () => {
    if (process.argv.includes('--check')) {
      const stale = await stalePages();
      for (const file of stale) say(`${file} is not what the program says; run: npm run docs`);
      return stale.length === 0 ? 0 : 1;
    }
    for (const [file, text] of Object.entries(await pages())) {
      mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
      writeFileSync(path.join(ROOT, file), text);
      say(`- ${file}`);
    }
    return 0;
  });
}
