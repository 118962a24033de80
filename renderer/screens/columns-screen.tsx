import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import type { FieldName, MatchedColumn, ResultField, SheetView } from '../../app/engine/contract';
import { FIELDS, RESULT_FIELDS } from '../../app/orders';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { Emptiness, Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { go } from '../state/navigate';
import { readAgain } from '../state/sheet-actions';
import { useWindow } from '../state/window-store';
import { fieldWord } from '../words/fields';
import { problemSentence } from '../words/problems';
import { said } from '../words/said';
import { useWords } from '../words/words';
import { MappingChoice } from './mapping-choice';
import { MissingFields } from './missing-fields';
import { ReadingOptions } from './reading-options';

/** Which column of the file is which field. */
export function ColumnsScreen(): React.ReactNode {
  const w = useWords();
  const sheet = useWindow((state) => state.sheet);
  if (!sheet) return null;
  return (
    <Screen
      title={w.columnsTitle}
      intro={w.columnsIntro(sheet.file.name)}
      footer={
        <>
          <Button onPress={() => go('open')}>{w.back}</Button>
          <Button look="main" icon={ArrowRight} onPress={() => go('review')}>
            {w.columnsNext}
          </Button>
        </>
      }
    >
      {sheet.columnsCertain && <Notice level="note">{w.columnsAllKnown}</Notice>}
      {sheet.problems.map((problem) => (
        <Notice key={`${problem.code}${problem.field}`} level={problem.level}>
          {problemSentence(w, problem)}
        </Notice>
      ))}
      <div className="columns-layout">
        <section aria-label={w.columnsTitle}>
          {sheet.columns.length === 0 ? <Emptiness title={w.columnsEmpty} /> : <ColumnTable sheet={sheet} />}
        </section>
        <aside className="columns-side">
          <MissingFields sheet={sheet} />
          <MappingChoice />
          <ReadingOptions sheet={sheet} />
        </aside>
      </div>
    </Screen>
  );
}

function ColumnTable({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  return (
    <table className="plain-table column-table">
      <thead>
        <tr>
          <th scope="col">{w.columnsInFile}</th>
          <th scope="col">{w.columnsField}</th>
          <th scope="col">{w.columnsHow}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.columns.map((column) => (
          <tr key={column.column}>
            <th scope="row">
              <span className="column-header">
                <span className="letter">{column.letter}</span>
                {column.header === '' ? (
                  <span className="quiet">{w.columnsNoHeader}</span>
                ) : (
                  <span>{withBreaks(column.header)}</span>
                )}
              </span>
            </th>
            <td>
              <FieldChoice column={column} />
            </td>
            <td>
              <Confidence column={column} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A heading such as concurrentCallCapacity, which may go on in the next line before a capital. */
const withBreaks = (header: string): React.ReactNode =>
  header.split(/(?<=\p{Ll})(?=\p{Lu})/u).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

const NONE = '-';

function FieldChoice({ column }: { column: MatchedColumn }): React.ReactNode {
  const w = useWords();
  const names: (FieldName | ResultField)[] = [...FIELDS.map((field) => field.name), ...RESULT_FIELDS];
  const options = [
    { id: NONE, label: w.columnsIgnore },
    ...names.map((name) => ({ id: name, label: fieldWord(w, name) })),
  ];
  const choose = (id: string): void => {
    const map: Record<string, string | null> = {};
    if (column.field) map[column.field] = null;
    if (id !== NONE) map[id] = column.letter;
    void readAgain({ map });
  };
  return (
    <Choice
      label={`${w.columnsField}: ${column.letter} ${column.header}`}
      hideLabel
      options={options}
      value={column.field ?? NONE}
      onChange={choose}
    />
  );
}

function Confidence({ column }: { column: MatchedColumn }): React.ReactNode {
  const w = useWords();
  if (column.field === null) return <span className="quiet">{w.columnsLeftOut}</span>;
  const [level, word] =
    column.confidence >= 0.8
      ? (['sure', w.columnsCertain] as const)
      : column.confidence >= 0.5
        ? (['likely', w.columnsLikely] as const)
        : (['unsure', w.columnsUnsure] as const);
  return (
    <span className="confidence">
      <span
        className={`confidence-word confidence-${level}`}
        title={w.columnsConfidence(Math.round(column.confidence * 100))}
      >
        {word}
      </span>
      <span className="quiet">{said(w, column.reason)}</span>
    </span>
  );
}
