import type { FirstRowsView } from '../../app/engine/contract';
import { Screen } from '../parts/screen';
import { useWords } from '../words/words';

/** The beginning of a large file, to look at while the whole of it is read. Nothing can be done with it yet. */
export function FirstRows({ first }: { first: FirstRowsView }): React.ReactNode {
  const w = useWords();
  const { fileName, sheetName, rows } = first;
  return (
    <Screen title={fileName} intro={sheetName === '' ? w.firstRowsIntro : w.firstRowsTab(sheetName)} full>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <div className="first-rows" role="region" aria-label={fileName} tabIndex={0}>
        <table className="plain-table">
          <tbody>
            {rows.map(({ row, texts }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {texts.map((text, column) => (
                  <td key={`${row}-${column}`}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Screen>
  );
}
