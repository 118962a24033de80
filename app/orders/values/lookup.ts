import type { Catalog } from '../catalog';
import type { LookupName } from '../fields';
import { fold, nearest, plainText } from '../fold';
import type { Finding } from '../problems';
import { means, unreadable, type Reading } from './reading';

type Entry = { readonly id: number; readonly names: readonly string[]; readonly regionId?: number };
/** The names and ids of one list of the catalog, ready to be asked. */
export type LookupIndex = {
  readonly kind: string;
  /** False: the list was never fetched, so ids can't be checked. */
  readonly known: boolean;
  readonly fetchedAt: number;
  readonly byId: ReadonlyMap<number, readonly Entry[]>;
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly entries: readonly Entry[];
};

const KIND: Record<LookupName, string> = {
  region: 'region',
  domain: 'domain',
  firmware: 'firmware',
  customer: 'customer',
  template: 'provisioning template',
};

function entriesOf(name: LookupName, catalog: Catalog): Entry[] {
  switch (name) {
    case 'region':
      return catalog.regions.map((one) => ({ id: one.regionId, names: [one.region] }));
    case 'domain':
      return catalog.domains.map((one) => ({
        id: one.domainId,
        names: [one.domain],
        regionId: one.regionId,
      }));
    case 'firmware':
      return catalog.firmwares.map((one) => ({ id: one.versionId, names: [one.version] }));
    case 'template':
      return catalog.templates.map((one) => ({
        id: one.provisioningTemplateId,
        names: [one.provisioningTemplateName],
      }));
    case 'customer':
      return catalog.customers.map((one) => ({
        id: one.customerId,
        names: [
          one.company,
          one.email,
          `${one.firstName} ${one.lastName}`.trim(),
          `${one.lastName} ${one.firstName}`.trim(),
        ],
      }));
  }
}

export function lookupIndex(name: LookupName, catalog: Catalog): LookupIndex {
  const entries = entriesOf(name, catalog);
  const byId = new Map<number, Entry[]>();
  const byName = new Map<string, Entry[]>();
  const add = <K>(map: Map<K, Entry[]>, key: K, entry: Entry): void => {
    const list = map.get(key);
    if (!list) map.set(key, [entry]);
    else if (!list.includes(entry)) list.push(entry);
  };
  for (const entry of entries) {
    add(byId, entry.id, entry);
    for (const text of entry.names) if (fold(text) !== '') add(byName, fold(text), entry);
  }
  return { kind: KIND[name], known: entries.length > 0, fetchedAt: catalog.fetchedAt, byId, byName, entries };
}

const distinct = (entries: readonly Entry[]): number[] => [...new Set(entries.map((entry) => entry.id))];

/** The ids a text may mean: by number, by name, or by a word that only one name has ("Singapore"). */
function candidates(text: string, index: LookupIndex): readonly Entry[] {
  const named = index.byName.get(fold(text));
  if (named) return named;
  const words = fold(text)
    .split(' ')
    .filter((word) => word.length >= 3);
  if (words.length === 0) return [];
  return index.entries.filter((entry) =>
    entry.names.some((name) => words.every((word) => fold(name).split(' ').includes(word))),
  );
}

/**
 * An id, from a number or a name of the catalog. Several domains of one name are told apart by `regionId`.
 * A number of a customer that the catalog lacks is taken with a warning: customers are added every day.
 */
export function readId(raw: string, index: LookupIndex, regionId?: number): Reading<number> {
  const text = plainText(raw).replace(/^#/, '');
  if (/^\d+([.,]\d+)?e[+-]?\d+$/i.test(text))
    return unreadable({ code: 'digits-lost', params: { value: raw } });
  const number = /^\d+(?:\.0{1,2})?$/.test(text) ? Number(text) : null;
  if (number !== null && Number.isSafeInteger(number) && number > 0) {
    if (!index.known || index.byId.has(number)) return means(number);
    if (index.kind === KIND.customer) return means(number, unknownCustomer(raw, index));
    return unreadable(unknown(raw, index));
  }
  const ids = distinct(candidates(text, index));
  if (ids.length > 1 && regionId !== undefined) {
    const here = index.entries.filter((entry) => ids.includes(entry.id) && entry.regionId === regionId);
    if (here.length === 1 && here[0]) return means(here[0].id);
  }
  if (ids.length === 1 && ids[0] !== undefined) return means(ids[0]);
  if (ids.length === 0) return unreadable(unknown(raw, index));
  const shown = ids.slice(0, 4).map((id) => `${id} (${index.byId.get(id)?.[0]?.names[0] ?? ''})`);
  return unreadable({
    code: 'ambiguous-name',
    params: { value: raw, kind: index.kind, candidates: shown.join(', ') },
  });
}

const unknownCustomer = (value: string, index: LookupIndex): Finding => ({
  code: 'unknown-customer',
  params: { value, date: new Date(index.fetchedAt).toISOString().slice(0, 10) },
});

function unknown(value: string, index: LookupIndex): Finding {
  const names = index.entries.flatMap((entry) => entry.names);
  const likely = nearest(value, names);
  const known = [...new Set(names)];
  const hint = !index.known
    ? ': its catalog was never fetched, so only numbers can be used'
    : index.kind === KIND.customer || known.length > 6
      ? ''
      : `. Known: ${known.join(', ')}`;
  return {
    code: 'unknown-id',
    params: { value, kind: index.kind, hint },
    ...(likely !== null && { repair: { value: likely, safe: false } }),
  };
}

/** Several ids, split at any usual separator. Names may contain spaces; numbers may be separated by them. */
export function readIds(raw: string, index: LookupIndex): Reading<number[]> {
  // A company's own name may hold a comma.
  const whole = index.byName.get(fold(raw));
  if (whole?.[0] && distinct(whole).length === 1) return means([whole[0].id]);
  const parts = raw
    .normalize('NFKC')
    .split(/[,;|/\n\r\t、]+|\s+(?:and|und|y|et|e|&)\s+/u)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.split(/\s+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ids: number[] = [];
  const findings: Finding[] = [];
  let failed = parts.length === 0;
  for (const part of parts) {
    const reading = readId(part, index);
    findings.push(...reading.findings);
    if (reading.value === undefined) failed = true;
    else if (ids.includes(reading.value))
      findings.push({ code: 'repeated-customer', params: { value: part } });
    else ids.push(reading.value);
  }
  if (failed) return { value: undefined, findings: findings.length > 0 ? findings : [unknown(raw, index)] };
  if (ids.length > 3) findings.push({ code: 'many-customers', params: { count: ids.length } });
  return { value: ids, findings };
}
