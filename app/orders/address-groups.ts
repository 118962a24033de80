/** How many of the other rows of an address are named; the rest is counted. */
const NAMED = 5;

type Group = { members: Set<number>; first: readonly number[] | null };

/** Which rows (by position) have which address, whatever order they came in. */
export class AddressGroups {
  readonly #groups = new Map<string, Group>();

  join(url: string | null, at: number): void {
    if (url === null) return;
    const group = this.#groups.get(url);
    if (!group) this.#groups.set(url, { members: new Set([at]), first: null });
    else {
      group.members.add(at);
      group.first = null;
    }
  }

  leave(url: string | null, at: number): void {
    const group = url === null ? undefined : this.#groups.get(url);
    if (!group) return;
    group.members.delete(at);
    group.first = null;
  }

  members(url: string | null): Iterable<number> {
    return (url === null ? undefined : this.#groups.get(url)?.members) ?? [];
  }

  /** The first few other rows of an address, in the sheet's order, and how many more there are. */
  others(url: string, at: number): { named: number[]; more: number } {
    const group = this.#groups.get(url);
    if (!group || group.members.size < 2) return { named: [], more: 0 };
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
