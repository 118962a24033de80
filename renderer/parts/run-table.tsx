import { Copy } from 'lucide-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { OrderState, RunRow } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { say } from '../state/window-store';
import { clock } from '../words/format';
import { said } from '../words/said';
import { orderStateWord } from '../words/states';
import { useWords, words } from '../words/words';
import { IconButton } from './button';
import { Chip } from './chip';
import { Emptiness } from './notice';
import { OrderStateMark } from './order-state';
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

/** The orders of a run; while it goes on, the one being sent stays in sight. */
export function RunTable({
  rows,
  follow = false,
}: {
  rows: readonly RunRow[];
  follow?: boolean;
}): React.ReactNode {
  const w = useWords();
  const [state, setState] = useState<OrderState | null>(null);
  const [text, setText] = useState('');
  const shown = useMemo(
    () => rows.filter((row) => (!state || row.state === state) && contains(row, text)),
    [rows, state, text],
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
      <Rows rows={shown} follow={follow} />
    </section>
  );
}

function contains(row: RunRow, text: string): boolean {
  if (text === '') return true;
  const wanted = text.toLowerCase();
  return [
    String(row.row),
    row.name,
    row.url,
    row.cloudPbxId,
    row.requestId,
    said(words(), row.message ?? ''),
  ].some((part) => part?.toLowerCase().includes(wanted));
}

function Rows({ rows, follow }: { rows: readonly RunRow[]; follow: boolean }): React.ReactNode {
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
  const hasMessages = useMemo(() => rows.some((row) => row.message !== null), [rows]);
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
                <Row
                  key={row.row}
                  row={row}
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

const Row = memo(function Row({
  row,
  index,
  top,
  measure,
}: {
  row: RunRow;
  index: number;
  top: number;
  measure: (row: HTMLElement | null) => void;
}): React.ReactNode {
  const w = useWords();
  return (
    <div
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      className={`run-row run-body-row${row.state === 'sending' ? ' run-now' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className="num">
        {row.row}
      </span>
      <span role="cell">{row.name}</span>
      <span role="cell" className="quiet run-url">
        {row.url?.split(/(?<=\.)(?=.*\..)/).map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of one address, which breaks between them
          <span key={index}>{part}</span>
        ))}
      </span>
      <span role="cell">
        <OrderStateMark state={row.state} />
      </span>
      <span role="cell" className="num run-id">
        {row.cloudPbxId !== null && (
          <>
            {row.cloudPbxId}
            <IconButton
              icon={Copy}
              label={w.runCopyId(row.cloudPbxId)}
              onPress={() => void copyId(row.cloudPbxId ?? '')}
            />
          </>
        )}
      </span>
      <span role="cell" title={said(w, row.message ?? '')}>
        {said(w, row.message ?? '')}
      </span>
      <span role="cell" className="quiet num">
        {row.processedAt !== null && clock(row.processedAt)}
      </span>
    </div>
  );
});

async function copyId(text: string): Promise<void> {
  const reply = await bridge().copyText({ text });
  if (reply.ok) say(words().copied);
}
