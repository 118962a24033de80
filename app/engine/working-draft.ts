import type { ReadingChange } from './contract';
import { changedReading, type Draft, type TabDraft } from './drafts';
import { SheetEdits } from './sheet-edits';

/** What the operator did to one tab. */
export type Tab = { map: TabDraft['map']; constants: TabDraft['constants']; readonly edits: SheetEdits };

/** A draft as it is worked on: changing a cell copies nothing. */
export class WorkingDraft {
  readonly #tabs: Map<string, Tab>;
  #reading: Omit<Draft, 'tabs'>;

  /** `firstTab`: the one that is read until the operator chooses another; null: a text file has none. */
  constructor(
    { tabs, ...reading }: Draft,
    private readonly firstTab: string | null,
  ) {
    this.#reading = reading;
    this.#tabs = new Map(
      Object.entries(tabs).map(([name, one]) => [name, { ...one, edits: new SheetEdits(one.edits) }]),
    );
  }

  get reading(): Omit<Draft, 'tabs'> {
    return this.#reading;
  }

  /** The one that is read. */
  get tab(): Tab {
    const name = this.firstTab === null ? '' : (this.#reading.sheetName ?? this.firstTab);
    let tab = this.#tabs.get(name);
    if (!tab) this.#tabs.set(name, (tab = { map: {}, constants: {}, edits: new SheetEdits() }));
    return tab;
  }

  change(change: ReadingChange): void {
    this.#reading = changedReading(this.#reading, change);
    const { tab } = this;
    if (change.map) tab.map = { ...tab.map, ...change.map };
    if (change.constants) tab.constants = withoutEmpty({ ...tab.constants, ...change.constants });
  }

  /** A copy, to be stored. */
  toDraft(): Draft {
    const tabs: Draft['tabs'] = {};
    for (const [name, { map, constants, edits }] of this.#tabs)
      tabs[name] = { map, constants, edits: edits.toRecord() };
    return { ...this.#reading, tabs };
  }
}

const withoutEmpty = (constants: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(constants).filter(([, value]) => value !== ''));
