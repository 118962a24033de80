import { Copy } from 'lucide-react';
import { memo } from 'react';
import type { DecisionView, RunRow } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { say } from '../state/window-store';
import { clock, dateTime } from '../words/format';
import { said } from '../words/said';
import { useWords, words } from '../words/words';
import { IconButton } from './button';
import { OrderStateMark } from './order-state';

type RunTableRowProps = {
  row: RunRow;
  decisions: readonly DecisionView[] | undefined;
  index: number;
  top: number;
  measure: (row: HTMLElement | null) => void;
};

/** An order of a run: its state, its id, and why it is so. */
export const RunTableRow = memo(function RunTableRow(props: RunTableRowProps): React.ReactNode {
  const { row, decisions, index, top, measure } = props;
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
      <span role="cell" className="run-message">
        {row.message !== null && <span>{said(w, row.message)}</span>}
        {decisions?.map((one) => (
          <Decided key={`${one.at} ${one.choice}`} decision={one} />
        ))}
      </span>
      <span role="cell" className="quiet num">
        {row.processedAt !== null && clock(row.processedAt)}
      </span>
    </div>
  );
});

/** Who decided what about an order whose answer never came, when, and why. */
function Decided({ decision }: { decision: DecisionView }): React.ReactNode {
  const w = useWords();
  const { choice, decidedBy, at, reason } = decision;
  const made = { adopt: w.decisionAdopt, 'send-again': w.decisionAgain, leave: w.decisionLeave }[choice];
  return (
    <span>
      <span className="quiet">{made(decidedBy, dateTime(at))}</span>
      {reason !== '' && <span className="run-reason">{reason}</span>}
    </span>
  );
}

async function copyId(text: string): Promise<void> {
  const reply = await bridge().copyText({ text });
  if (reply.ok) say(words().copied);
}
