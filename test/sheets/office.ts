import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** UTF-8, commas, texts quoted, cells as shown, every sheet into a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** Has LibreOffice convert a file; yields the new files' paths by name. Fails when it makes none. */
async function convert(file: string, format: string): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'office-'));
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  await run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, file]);
  const made = (await readdir(folder)).filter((name) => name !== 'profile').sort();
  if (made.length === 0) throw new Error(`LibreOffice did not open ${file}`);
  return made.map((name) => path.join(folder, name));
}

/** What LibreOffice shows in each sheet of a workbook: lines of comma-separated cells. */
export async function shownByOffice(file: string): Promise<string[][]> {
  const texts: string[][] = [];
  for (const made of await convert(file, EVERY_SHEET)) {
    texts.push((await readFile(made, 'utf8')).trimEnd().split('\n'));
  }
  return texts;
}

/** The same workbook as LibreOffice writes it. */
export async function savedByOffice(file: string): Promise<string> {
  const [made] = await convert(file, 'xlsx');
  if (!made) throw new Error('nothing was written');
  return made;
}
