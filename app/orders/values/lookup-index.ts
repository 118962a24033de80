import type { Catalog } from '../catalog';
import type { LookupName } from '../fields';
import { fold, plainText } from '../fold';

export type Entry = { readonly id: number; readonly names: readonly string[]; readonly regionId?: number };
/** The names and ids of one list of the catalog, ready to be asked. */
export type LookupIndex = {
  readonly list: LookupName;
  /** What people call one of it. */
  readonly kind: string;
  /** False: the list was never fetched, so ids can't be checked. */
  readonly known: boolean;
  readonly fetchedAt: number;
  readonly byId: ReadonlyMap<number, readonly Entry[]>;
  /** By `nameKey`. */
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
    for (const text of entry.names) {
      const key = nameKey(name, text);
      if (key !== '') add(byName, key, entry);
    }
  }
  const { fetchedAt } = catalog;
  return { list: name, kind: KIND[name], known: entries.length > 0, fetchedAt, byId, byName, entries };
}

/**
 * By what two names of a list are the same. Punctuation counts in domains and e-mail addresses, which differ by it, and
 * in no other name.
 */
export function nameKey(list: LookupName, text: string): string {
  if (list === 'domain') {
    return plainText(text)
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^[.@([\s]+|[./)\]\s]+$/g, '');
  }
  if (list === 'customer' && text.includes('@')) {
    const plain = plainText(text).toLowerCase();
    // `Ann <ann@acme.example>`, as mail programs copy it; with two addresses in it, it is no one's.
    const address = /^[^@]*<([^<>\s@]+@[^<>\s@]+)>$/.exec(plain)?.[1] ?? plain;
    return address.replace(/^mailto:/, '');
  }
  // Letter case doesn't count, not even as the word boundary it is in headings: GuangDong, Guangdong.
  const folded = fold(text.toLowerCase());
  return list === 'firmware' ? folded.replace(/^v(?:er(?:sion)?)? ?(?=\d)/, '') : folded;
}

/** Entries one of whose names has all the words of a text: "Singapore" for "Asia Pacific(Singapore)". */
export function withWords(text: string, index: LookupIndex): readonly Entry[] {
  const words = fold(text.toLowerCase()).split(' ');
  if (!words.some((word) => word.length >= 3)) return [];
  return index.entries.filter((entry) =>
    entry.names.some((name) => {
      const own = fold(name.toLowerCase()).split(' ');
      return words.every((word) => own.includes(word));
    }),
  );
}
