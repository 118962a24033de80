import { ListFilter, PanelRight, Redo2, Replace, Undo2, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { RowFilter, SheetView } from '../../app/engine/contract';
import { rowPages } from '../grid/rows';
import { Button, IconButton } from '../parts/button';
import { Chip } from '../parts/chip';
import { SearchInput } from '../parts/text-input';
import { COMMANDS } from '../state/commands';
import { keyName } from '../state/keys';
import { showRows } from '../state/sheet-actions';
import { get, set, useWindow } from '../state/window-store';
import { fieldWord } from '../words/fields';
import { figure } from '../words/format';
import { isProblemCode, problemTitle } from '../words/problems';
import { said } from '../words/said';
import { useWords } from '../words/words';
import { isFieldName } from '../../app/orders';

/** Which rows are shown, and what can be done with them. */
export function RowFilters({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  const filter = useWindow((state) => state.filter);
  const problemsShown = useWindow((state) => state.problemsShown);
  const findShown = useWindow((state) => state.findShown);
  const { counts } = sheet;
  const kinds: { label: string; count: number; filter: RowFilter; isOn: boolean }[] = [
    { label: w.filterAll, count: counts.rows, filter: {}, isOn: isPlain(filter) },
    {
      label: w.filterInvalid,
      count: counts.invalid,
      filter: { states: ['invalid'] },
      isOn: filter.states?.[0] === 'invalid',
    },
    {
      label: w.filterReady,
      count: counts.ready,
      filter: { states: ['ready'] },
      isOn: filter.states?.[0] === 'ready',
    },
    {
      label: w.filterSkipped,
      count: counts.skipped,
      filter: { states: ['skipped'] },
      isOn: filter.states?.[0] === 'skipped',
    },
    { label: w.filterEdited, count: counts.edited, filter: { edited: true }, isOn: filter.edited === true },
  ];
  return (
    <div className="row-tools">
      <div className="chips" role="group" aria-label={w.filterLabel}>
        {kinds
          .filter((one) => one.count > 0 || one.isOn)
          .map((one) => (
            <Chip key={one.label} pressed={one.isOn} onPress={() => showRows(withText(one.filter))}>
              {one.label} <span className="chip-count">{figure(one.count)}</span>
            </Chip>
          ))}
        <KindChip filter={filter} />
      </div>
      <ShownCount all={counts.rows} />
      <SearchInput label={w.filterText} value={filter.text ?? ''} onChange={setText} />
      <span className="row-tool-buttons">
        <IconButton
          icon={Undo2}
          label={sheet.undo ? w.cmdUndoNamed(said(w, sheet.undo)) : w.cmdUndo}
          keys={keyName('mod+z')}
          isDisabled={!sheet.undo}
          onPress={COMMANDS.undo.run}
        />
        <IconButton
          icon={Redo2}
          label={sheet.redo ? w.cmdRedoNamed(said(w, sheet.redo)) : w.cmdRedo}
          keys={keyName('mod+y')}
          isDisabled={!sheet.redo}
          onPress={COMMANDS.redo.run}
        />
        <IconButton
          icon={Replace}
          label={w.findTitle}
          keys={keyName('mod+f')}
          pressed={findShown}
          onPress={() => set({ findShown: !findShown })}
        />
        <IconButton
          icon={PanelRight}
          label={problemsShown ? w.problemsHide : w.problemsShow}
          keys={keyName('mod+shift+p')}
          pressed={problemsShown}
          onPress={COMMANDS.problems.run}
        />
      </span>
    </div>
  );
}

const isPlain = ({ states, withProblems, code, field, edited }: RowFilter): boolean =>
  !states && !withProblems && code === undefined && field === undefined && !edited;

/** Another kind of rows, the text still the same. */
function withText(filter: RowFilter): RowFilter {
  const { text } = get().filter;
  return text === undefined ? filter : { ...filter, text };
}

function setText(text: string): void {
  const { text: _before, ...rest } = get().filter;
  showRows(text === '' ? rest : { ...rest, text });
}

/** The kind of problem or the column the rows are narrowed to, and the way out. */
function KindChip({ filter }: { filter: RowFilter }): React.ReactNode {
  const w = useWords();
  const { code, field, withProblems } = filter;
  const parts = [
    code !== undefined && isProblemCode(code) ? problemTitle(w, code) : '',
    field !== undefined && isFieldName(field) ? fieldWord(w, field) : '',
    code === undefined && field === undefined && withProblems ? w.filterWarnings : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <Button
      look="quiet"
      icon={X}
      label={`${w.filterKind(parts.join(', '))}. ${w.filterClear}`}
      onPress={() => showRows({})}
    >
      {w.filterKind(parts.join(', '))}
    </Button>
  );
}

function ShownCount({ all }: { all: number }): React.ReactNode {
  const w = useWords();
  useSyncExternalStore(rowPages.subscribe, () => rowPages.version);
  const shown = rowPages.total;
  return (
    <span className="quiet shown-count" role="status">
      {shown !== null && shown !== all && (
        <>
          <ListFilter size={14} aria-hidden /> {w.filterShown(shown, all)}
        </>
      )}
    </span>
  );
}
