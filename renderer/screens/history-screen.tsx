import { useCallback, useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../parts/button';
import { ConnectionBadge } from '../parts/connection-badge';
import { DateInput, dayEnd, dayStart } from '../parts/date-input';
import { Emptiness } from '../parts/notice';
import { Screen } from '../parts/screen';
import { SearchInput } from '../parts/text-input';
import { Waiting } from '../parts/working';
import { goBackToStep } from '../state/navigate';
import { loadRuns, openRun } from '../state/run-actions';
import { useWindow } from '../state/window-store';
import { dateTime } from '../words/format';
import { runStateWord } from '../words/states';
import { useWords } from '../words/words';

/** Every run, found by sheet, PBX, id, customer, operator or date. */
export function HistoryScreen(): React.ReactNode {
  const w = useWords();
  const [search, setSearch] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const runs = useWindow((state) => state.runs);
  const find = useCallback((text: string) => setSearch(text), []);
  useEffect(() => {
    void loadRuns(search, dayStart(from), dayEnd(to));
  }, [search, from, to]);
  return (
    <Screen
      title={w.historyTitle}
      intro={w.historyIntro}
      footer={<Button onPress={goBackToStep}>{w.back}</Button>}
    >
      <div className="history-tools">
        <SearchInput label={w.historySearch} value={search} onChange={find} />
        <DateInput label={w.historyFrom} value={from} onChange={setFrom} />
        <DateInput label={w.historyTo} value={to} onChange={setTo} />
      </div>
      {runs === null && <Waiting>{w.workingHistory}</Waiting>}
      {runs?.length === 0 && (
        <Emptiness title={search + from + to === '' ? w.historyNone : w.historyNoMatch} />
      )}
      {runs && runs.length > 0 && (
        <table className="plain-table history-table">
          <thead>
            <tr>
              <th scope="col">{w.historySheet}</th>
              <th scope="col">{w.historyDate}</th>
              <th scope="col">{w.historyConnection}</th>
              <th scope="col">{w.historyOperator}</th>
              <th scope="col">{w.historyResult}</th>
              <th scope="col">{w.historyState}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  <AriaButton className="link" onPress={() => void openRun(run.id)}>
                    {run.sheetName}
                  </AriaButton>
                </th>
                <td className="num">{dateTime(run.createdAt)}</td>
                <td>
                  <ConnectionBadge kind={run.connectionKind} name={run.connection} />
                </td>
                <td>{run.operator}</td>
                <td className="num">{w.historyLine(run.totals.created, run.totals.rows)}</td>
                <td>{runStateWord(w, run.state)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Screen>
  );
}
