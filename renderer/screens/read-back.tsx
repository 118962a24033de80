import type { ReadBackRow } from '../../app/engine/contract';
import { Notice } from '../parts/notice';
import { useWindow } from '../state/window-store';
import { said } from '../words/said';
import { useWords } from '../words/words';

const SHOWN = 50;

/** Each created PBX as the account has it, where that isn't as it was ordered. */
export function ReadBack(): React.ReactNode {
  const w = useWords();
  const rows = useWindow((state) => state.readBack);
  if (!rows) return null;
  const others = rows.filter((row) => row.outcome !== 'same');
  if (others.length === 0) return <Notice level="good">{w.readBackAllSame(rows.length)}</Notice>;
  return (
    <section className="panel" aria-label={w.readBackTitle}>
      <h2>{w.readBackTitle}</h2>
      <p>{w.readBackDiffer(others.length)}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{w.runName}</th>
            <th scope="col">{w.reconcileLabel}</th>
            <th scope="col">{w.reconcileOrdered}</th>
            <th scope="col">{w.reconcileFound}</th>
          </tr>
        </thead>
        <tbody>{others.slice(0, SHOWN).flatMap((row) => linesOf(row))}</tbody>
      </table>
    </section>
  );

  function linesOf(row: ReadBackRow): React.ReactNode[] {
    const name = `${w.planRowOf(row.row, row.name)} · ${row.cloudPbxId}`;
    if (row.differences.length === 0) {
      return [
        <tr key={row.row}>
          <th scope="row">{name}</th>
          <td colSpan={3}>{said(w, row.message)}</td>
        </tr>,
      ];
    }
    return row.differences.map((one) => (
      <tr key={`${row.row} ${one.label}`} className="compared-other">
        <th scope="row">{name}</th>
        <td>{said(w, one.label)}</td>
        <td>{one.ordered}</td>
        <td>{one.found}</td>
      </tr>
    ));
  }
}
