/** How many of the other rows of an address are named; the rest is counted. */
const NAMED = 5;

type Group = { members: Set<number>; first: readonly number[] | null };

type Others = { named: readonly number[]; more: number };
const ALONE: Others = { named: [], more: 0 };

/** Which rows (by position) have which address, whatever order they came in. */
export class AddressGroups {
  /** Nearly every address has one row only, which then stands for itself. */
  readonly #groups = new Map<string, number | Group>();

  join(url: string | null, at: number): void {
    if (url === null) return;
    const group = this.#groups.get(url);
    if (group === undefined) this.#groups.set(url, at);
    else if (typeof group === 'number') this.#groups.set(url, { members: new Set([group, at]), first: null });
    else {
      group.members.add(at);
      group.first = null;
    }
  }

  leave(url: string | null, at: number): void {
    if (url === null) return;
    const group = this.#groups.get(url);
    if (group === at) this.#groups.delete(url);
    if (group === undefined || typeof group === 'number') return;
    group.members.delete(at);
    group.first = null;
  }

  members(url: string | null): Iterable<number> {
    const group = url === null ? undefined : this.#groups.get(url);
    if (group === undefined) return [];
    return typeof group === 'number' ? [group] : group.members;
  }

  /** The first few other rows of an address, in the sheet's order, and how many more there are. */
  others(url: string, at: number): Others {
    const group = this.#groups.get(url);
    if (group === undefined || typeof group === 'number' || group.members.size < 2) return ALONE;
    // One more than is named, so that a row which is itself among them leaves enough.
    group.first ??= smallest(group.members, NAMED + 1);
    const named = group.first.filter((one) => one !== at).slice(0, NAMED);
    return { named, more: group.members.size - 1 - named.length };
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
