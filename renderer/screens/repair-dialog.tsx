import { useEffect, useState } from 'react';
import type { ProblemGroup, RepairPreview, SheetView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { askFocus } from '../grid/grid-store';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { Emptiness, Notice } from '../parts/notice';
import { Waiting } from '../parts/working';
import { ask } from '../state/ask';
import { repairCells } from '../state/sheet-actions';
import { fieldWord } from '../words/fields';
import { problemTitle } from '../words/problems';
import { useWords } from '../words/words';

const SHOWN = 200;
type RepairDialogProps = { sheet: SheetView; group: ProblemGroup; onClose: () => void };

/** What repairing a whole kind would change, cell by cell; each can be left out. */
export function RepairDialog({ sheet, group, onClose }: RepairDialogProps): React.ReactNode {
  const w = useWords();
  const [repairs, setRepairs] = useState<RepairPreview[] | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { code, field } = group;
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const found = await ask(bridge().previewRepairs({ sheetId: sheet.id, code, field }));
      if (wanted) setRepairs(found ?? []);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [sheet.id, code, field]);
  const taken = (repairs ?? []).filter((one) => !leftOut.has(keyOf(one)));
  const apply = async (): Promise<void> => {
    onClose();
    await repairCells(taken.map((one) => ({ row: one.row, field: one.field })));
    askFocus();
  };
  const toggle = (one: RepairPreview): void => {
    const next = new Set(leftOut);
    if (!next.delete(keyOf(one))) next.add(keyOf(one));
    setLeftOut(next);
  };
  return (
    <Dialog
      wide
      title={w.repairTitle}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button look="main" isDisabled={taken.length === 0} onPress={() => void apply()}>
            {w.repairApply(taken.length)}
          </Button>
        </>
      }
    >
      {repairs === null && <Waiting>{w.workingRepair}</Waiting>}
      {repairs?.length === 0 && <Emptiness title={w.repairNone} />}
      {repairs !== null && repairs.length > 0 && (
        <>
          <p>{w.repairIntro(problemTitle(w, code), taken.length)}</p>
          {repairs.some((one) => !one.safe) && <Notice level="warning">{w.repairBought}</Notice>}
          <RepairTable repairs={repairs} leftOut={leftOut} onToggle={toggle} />
        </>
      )}
    </Dialog>
  );
}

const keyOf = (one: RepairPreview): string => `${one.row} ${one.field}`;

type RepairTableProps = {
  repairs: readonly RepairPreview[];
  leftOut: ReadonlySet<string>;
  onToggle: (one: RepairPreview) => void;
};

function RepairTable({ repairs, leftOut, onToggle }: RepairTableProps): React.ReactNode {
  const w = useWords();
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <table className="plain-table repair-table">
        <thead>
          <tr>
            <th scope="col">{w.repairCell}</th>
            <th scope="col">{w.repairField}</th>
            <th scope="col">{w.repairFrom}</th>
            <th scope="col">{w.repairTo}</th>
          </tr>
        </thead>
        <tbody>
          {repairs.slice(0, shown).map((one) => (
            <tr key={keyOf(one)}>
              <th scope="row">
                <label className="check">
                  <input
                    type="checkbox"
                    checked={!leftOut.has(keyOf(one))}
                    onChange={() => onToggle(one)}
                    aria-label={w.repairTake(one.cell ?? w.planRowOf(one.row, ''))}
                  />
                  {one.cell ?? one.row}
                </label>
              </th>
              <td>{fieldWord(w, one.field)}</td>
              <td className="repair-from">{one.from === '' ? w.gridEmptyCell : one.from}</td>
              <td className="repair-to">{one.to === '' ? w.gridEmptyCell : one.to}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {repairs.length > shown && (
        <Button look="quiet" onPress={() => setShown(shown + SHOWN)}>
          {w.planMore(Math.min(SHOWN, repairs.length - shown))}
        </Button>
      )}
    </>
  );
}
