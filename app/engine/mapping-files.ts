import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { mappingViews } from './account-settings';
import type { MappingView } from './contract';
import { EngineError } from './failure';
import type { Parts } from './parts';
import { namedMapping } from './preferences';
import { writeStored } from './stored-file';

/** What a file of named column mappings holds. */
const mappingsFile = z.object({
  format: z.literal('pbx-orders-mappings'),
  version: z.literal(1),
  mappings: z.array(namedMapping).max(10_000),
});

/** Writes the named column mappings as JSON. */
export async function exportMappings(parts: Parts, to: string): Promise<{ mappings: number }> {
  const mappings = [...parts.preferences.mappings];
  const content: z.infer<typeof mappingsFile> = { format: 'pbx-orders-mappings', version: 1, mappings };
  await writeStored(to, content);
  return { mappings: mappings.length };
}

/** Adds the named mappings of such a file; one of the same name is replaced. Throws EngineError `not-mappings`. */
export async function importMappings(parts: Parts, file: string): Promise<MappingView[]> {
  const text = await readFile(file, 'utf8');
  const parsed = mappingsFile.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new EngineError(
      'not-mappings',
      `"${path.basename(file)}" is not a file of column mappings. Export one from PBX Orders to see what it looks like.`,
    );
  }
  await parts.preferences.saveMappings(parsed.data.mappings);
  return mappingViews(parts);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
