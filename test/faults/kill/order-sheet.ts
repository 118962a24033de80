import { writeFileSync } from 'node:fs';
import { FIELDS } from '../../../app/orders';

/** Writes a CSV of good orders, each with an address of its own; yields the addresses in sheet order. */
export function writeOrderSheet(file: string, count: number): string[] {
  const fields = FIELDS.filter((field) => field.required);
  const lines = Array.from({ length: count }, (_none, at) =>
    fields
      .map(({ name, example }) => {
        if (name === 'name') return `PBX ${at + 1}`;
        return name === 'subDomain' ? `pbx-${at + 1}` : `"${example}"`;
      })
      .join(','),
  );
  writeFileSync(file, `${[fields.map((field) => field.name).join(','), ...lines].join('\n')}\n`);
  return Array.from({ length: count }, (_none, at) => `pbx-${at + 1}.`);
}
