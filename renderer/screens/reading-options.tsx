import type { SheetView } from '../../app/engine/contract';
import { Choice } from '../parts/choice';
import { readAgain } from '../state/sheet-actions';
import { useWindow } from '../state/window-store';
import { said } from '../words/said';
import { useWords } from '../words/words';

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'windows-1252',
  'iso-8859-15',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
];
const SHOWN_LEFT_OUT = 50;
/** No choice of the operator: as the file itself shows. */
const FOUND = '-';

/** How the file is read: which sheet, which encoding and separator, which time zone. */
export function ReadingOptions({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  const timeZones = useWindow((state) => state.home?.timeZones) ?? [sheet.timeZone];
  const zones = timeZones.includes(sheet.timeZone) ? timeZones : [sheet.timeZone, ...timeZones];
  return (
    <section className="panel">
      <h2>{w.columnsReading}</h2>
      {sheet.sheets.length > 1 && (
        <Choice
          label={w.columnsSheet}
          options={sheet.sheets.map(({ name, hidden, rows }) => ({
            id: name,
            label: hidden ? w.columnsSheetHidden(name) : w.columnsSheetRows(name, rows),
          }))}
          value={sheet.sheetName}
          onChange={(sheetName) => void readAgain({ sheetName })}
        />
      )}
      {sheet.dialect && <TextDialect dialect={sheet.dialect} />}
      <Choice
        label={w.columnsTimeZone}
        options={zones.map((zone) => ({ id: zone, label: zone }))}
        value={sheet.timeZone}
        onChange={(timeZone) => void readAgain({ timeZone })}
      />
      <Choice
        label={w.columnsDateOrder}
        options={[
          { id: FOUND, label: w.columnsAutomatic },
          { id: 'day-first', label: w.columnsDayFirst },
          { id: 'month-first', label: w.columnsMonthFirst },
        ]}
        value={sheet.dateOrder ?? FOUND}
        onChange={(id) =>
          void readAgain({ dateOrder: id === 'day-first' || id === 'month-first' ? id : null })
        }
      />
      <Choice
        label={w.columnsDecimalMark}
        options={[
          { id: FOUND, label: w.columnsAutomatic },
          { id: '.', label: w.columnsPoint },
          { id: ',', label: w.columnsComma },
        ]}
        value={sheet.decimalMark ?? FOUND}
        onChange={(id) => void readAgain({ decimalMark: id === '.' || id === ',' ? id : null })}
      />
      <p className="quiet">
        {sheet.headerRow > 0 ? w.columnsHeaderRow(sheet.headerRow) : w.columnsNoHeaderRow}
      </p>
      {sheet.leftOut.length > 0 && (
        <details>
          <summary>{w.columnsRowsLeftOut(sheet.leftOut.length)}</summary>
          <ul className="quiet-list">
            {sheet.leftOut.slice(0, SHOWN_LEFT_OUT).map(({ row, reason }) => (
              <li key={row}>{w.columnsRowLeftOut(row, said(w, reason))}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function TextDialect({ dialect }: { dialect: NonNullable<SheetView['dialect']> }): React.ReactNode {
  const w = useWords();
  const encoding = dialect.encoding.toLowerCase();
  const encodings = ENCODINGS.includes(encoding) ? ENCODINGS : [encoding, ...ENCODINGS];
  const delimiters = [
    { id: ',', label: w.columnsComma },
    { id: ';', label: w.columnsSemicolon },
    { id: '\t', label: w.columnsTab },
    { id: '|', label: w.columnsPipe },
  ];
  const known = delimiters.some((one) => one.id === dialect.delimiter);
  return (
    <>
      <Choice
        label={w.columnsEncoding}
        options={encodings.map((id) => ({ id, label: id.toUpperCase() }))}
        value={encoding}
        onChange={(id) => void readAgain({ encoding: id })}
      />
      <Choice
        label={w.columnsDelimiter}
        options={known ? delimiters : [{ id: dialect.delimiter, label: w.columnsAutomatic }, ...delimiters]}
        value={dialect.delimiter}
        onChange={(delimiter) => void readAgain({ delimiter })}
      />
    </>
  );
}
