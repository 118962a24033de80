/** How many of the other rows of an address are named; the rest is counted. */
const NAMED = 5;

type Group = { members: Set<number>; first: readonly number[] | null };

type Others = { named: readonly number[]; more: number };
const ALONE: Others = { named: [], more: 0 };

/** What is unique in YCM, in two parts, lower case; a sub-domain has no dot. Null: not known. */
export type Address = { readonly subDomain: string | null; readonly domain: string | null };

/** The address as one text; null when either part is unknown. */
export const urlOf = ({ subDomain, domain }: Address): string | null =>
  subDomain === null || domain === null ? null : `${subDomain}.${domain}`;

function addressOf(url: string): Address {
  const dot = url.indexOf('.');
  return { subDomain: url.slice(0, dot), domain: url.slice(dot + 1) };
}

/**
 * Which rows (by position) have which address, whatever order they came in. Domains are few, so each has its own
 * sub-domains: no text need be made for the address of every row.
 */
export class AddressGroups {
  /** Domain to sub-domain to its rows. Nearly every address has one row only, which then stands for itself. */
  readonly #domains = new Map<string, Map<string, number | Group>>();
  /** The rows that shared their address with another at the beginning. */
  readonly shared: readonly number[];

  /** All rows at once, each looked up once: only those that share their address with another are looked at again. */
  constructor(rows: readonly Address[]) {
    const twice = new Map<string, Set<string>>();
    rows.forEach(({ subDomain, domain }, at) => {
      if (subDomain === null || domain === null) return;
      const groups = this.#ofDomain(domain);
      const before = groups.size;
      groups.set(subDomain, at);
      if (groups.size > before) return;
      const again = twice.get(domain);
      if (again) again.add(subDomain);
      else twice.set(domain, new Set([subDomain]));
    });
    for (const [domain, again] of twice)
      for (const subDomain of again) this.#ofDomain(domain).delete(subDomain);
    const shared: number[] = [];
    this.shared = shared;
    if (twice.size === 0) return;
    rows.forEach((row, at) => {
      if (!twice.get(row.domain ?? '')?.has(row.subDomain ?? '')) return;
      this.join(row, at);
      shared.push(at);
    });
  }

  #ofDomain(domain: string): Map<string, number | Group> {
    let groups = this.#domains.get(domain);
    if (!groups) this.#domains.set(domain, (groups = new Map()));
    return groups;
  }

  join({ subDomain, domain }: Address, at: number): void {
    if (subDomain === null || domain === null) return;
    const groups = this.#ofDomain(domain);
    const group = groups.get(subDomain);
    if (group === undefined) groups.set(subDomain, at);
    else if (typeof group === 'number') groups.set(subDomain, { members: new Set([group, at]), first: null });
    else {
      group.members.add(at);
      group.first = null;
    }
  }

  leave(address: Address, at: number): void {
    const group = this.#groupOf(address);
    if (group === at) this.#domains.get(address.domain ?? '')?.delete(address.subDomain ?? '');
    if (group === undefined || typeof group === 'number') return;
    group.members.delete(at);
    group.first = null;
  }

  members(url: string): Iterable<number> {
    const group = this.#groupOf(addressOf(url));
    if (group === undefined) return [];
    return typeof group === 'number' ? [group] : group.members;
  }

  /** The first few other rows of an address, in the sheet's order, and how many more there are. */
  others(address: Address, at: number): Others {
    const group = this.#groupOf(address);
    if (group === undefined || typeof group === 'number' || group.members.size < 2) return ALONE;
    // One more than is named, so that a row which is itself among them leaves enough.
    group.first ??= smallest(group.members, NAMED + 1);
    const named = group.first.filter((one) => one !== at).slice(0, NAMED);
    return { named, more: group.members.size - 1 - named.length };
  }

  #groupOf({ subDomain, domain }: Address): number | Group | undefined {
    if (subDomain === null || domain === null) return undefined;
    return this.#domains.get(domain)?.get(subDomain);
  }
}

/** The smallest `count` numbers, ascending, in one pass. */
function smallest(numbers: Iterable<number>, count: number): number[] {
  const kept: number[] = [];
  for (const number of numbers) {
    const last = kept[kept.length - 1];
    if (kept.length === count && last !== undefined && number > last) continue;
    const place = kept.findIndex((one) => one > number);
    kept.splice(place < 0 ? kept.length : place, 0, number);
    if (kept.length > count) kept.pop();
  }
  return kept;
}
