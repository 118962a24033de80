import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DecisionView, OrderState, RunRow } from '../../app/engine/contract';
import { said } from '../words/said';
import { orderStateWord } from '../words/states';
import { useWords, words } from '../words/words';
import { Chip } from './chip';
import { Emptiness } from './notice';
import { RunTableRow } from './run-table-row';
import { SearchInput } from './text-input';

const ROW_HEIGHT = 36;
const STATES: readonly OrderState[] = [
  'created',
  'rejected',
  'unconfirmed',
  'sending',
  'ready',
  'skipped',
  'invalid',
  'cancelled',
];

type RunTableProps = {
  rows: readonly RunRow[];
  decisions: readonly DecisionView[];
  follow?: boolean;
};

/** The orders of a run, with what was decided about them; while it goes on, the one being sent stays in sight. */
export function RunTable({ rows, decisions, follow = false }: RunTableProps): React.ReactNode {
  const w = useWords();
  const [state, setState] = useState<OrderState | null>(null);
  const [text, setText] = useState('');
  const decided = useMemo(() => byRow(decisions), [decisions]);
  const shown = useMemo(
    () => rows.filter((row) => (!state || row.state === state) && contains(row, decided.get(row.row), text)),
    [rows, decided, state, text],
  );
  const present = STATES.filter((one) => one === state || rows.some((row) => row.state === one));
  return (
    <section className="run-table" aria-label={w.runOrders} data-area>
      <div className="run-table-tools">
        <div className="chips" role="group" aria-label={w.filterLabel}>
          <Chip pressed={state === null} onPress={() => setState(null)}>
            {w.filterAll}
          </Chip>
          {present.map((one) => (
            <Chip key={one} pressed={state === one} onPress={() => setState(state === one ? null : one)}>
              {orderStateWord(w, one)}
            </Chip>
          ))}
        </div>
        <SearchInput label={w.filterText} value={text} onChange={setText} />
      </div>
      <Rows rows={shown} decided={decided} follow={follow} />
    </section>
  );
}

type Decided = ReadonlyMap<number, readonly DecisionView[]>;

function byRow(decisions: readonly DecisionView[]): Decided {
  const rows = new Map<number, DecisionView[]>();
  for (const one of decisions) rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
  return rows;
}

function contains(row: RunRow, decisions: readonly DecisionView[] | undefined, text: string): boolean {
  if (text === '') return true;
  const wanted = text.toLowerCase();
  return [
    String(row.row),
    row.name,
    row.url,
    row.cloudPbxId,
    row.requestId,
    said(words(), row.message ?? ''),
    ...(decisions ?? []).flatMap((one) => [one.decidedBy, one.reason]),
  ].some((part) => part?.toLowerCase().includes(wanted));
}

type RowsProps = { rows: readonly RunRow[]; decided: Decided; follow: boolean };

function Rows({ rows, decided, follow }: RowsProps): React.ReactNode {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    // A row is as high as its message needs: nothing of it is cut off.
    getItemKey: (index) => rows[index]?.row ?? index,
    overscan: 12,
  });
  const sending = follow ? rows.findIndex((row) => row.state === 'sending') : -1;
  useEffect(() => {
    if (sending >= 0) virtual.scrollToIndex(sending, { align: 'auto' });
  }, [sending, virtual]);
  // Until there is a message its column leaves the room to the others.
  const hasMessages = useMemo(
    () => decided.size > 0 || rows.some((row) => row.message !== null),
    [rows, decided],
  );
  const heads = [w.runRow, w.runName, w.runUrl, w.runState, w.runId, w.runMessage, w.runTime];
  return (
    <div
      ref={box}
      className={hasMessages ? 'run-rows' : 'run-rows run-speechless'}
      role="table"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
      tabIndex={0}
      aria-label={w.runOrders}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup" className="run-head">
        <div role="row" aria-rowindex={1} className="run-row">
          {heads.map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <Emptiness title={w.runEmpty} />
      ) : (
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <RunTableRow
                  key={row.row}
                  row={row}
                  decisions={decided.get(row.row)}
                  index={item.index}
                  top={item.start}
                  measure={virtual.measureElement}
                />
              )
            );
          })}
        </div>
      )}
    </div>
  );
}
