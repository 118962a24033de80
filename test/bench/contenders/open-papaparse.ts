import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { bareCheck, type Facts } from './bare-schema';

/** papaparse's stream and a bare zod loop. */
export function run({ file }: { file: string }): Promise<Facts> {
  const check = bareCheck();
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(file), {
      header: true,
      skipEmptyLines: true,
      step: ({ data }) => check.add(data),
      complete: () => resolve(check.facts()),
      error: reject,
    });
  });
}
