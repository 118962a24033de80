import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandInput } from './contract';

const FILES: Readonly<Record<CommandInput<'openSample'>['name'], string>> = {
  'new-branches': 'new-branches.csv',
  'needs-fixing': 'needs-fixing.csv',
  'order-form': 'order-form.xlsx',
};

/**
 * A copy of a sample sheet in the data folder, as a full path: where the app is installed nobody may write, and results go
 * beside the sheet. A copy that was changed becomes the sample again.
 */
export async function sampleCopy(
  samplesDir: string,
  dataDir: string,
  name: CommandInput<'openSample'>['name'],
): Promise<string> {
  const copy = path.join(dataDir, 'samples', FILES[name]);
  const content = await readFile(path.join(samplesDir, FILES[name]));
  const before = await readFile(copy).catch(() => null);
  if (!before?.equals(content)) {
    await mkdir(path.dirname(copy), { recursive: true });
    await writeFile(copy, content);
  }
  return copy;
}
