import { useState } from 'react';
import type { FieldName, SheetView } from '../../app/engine/contract';
import { FIELDS } from '../../app/orders';
import { Choice } from '../parts/choice';
import { TextInput } from '../parts/text-input';
import { readAgain } from '../state/sheet-actions';
import { fieldWord } from '../words/fields';
import { useWords } from '../words/words';
import { useChoices } from '../grid/use-choices';

/** Fields no column holds: the required ones first, each with a value for all rows. */
export function MissingFields({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  const held = new Set<string>(sheet.columns.flatMap((column) => column.field ?? []));
  const missing = FIELDS.filter((field) => !held.has(field.name));
  const required = missing.filter((field) => field.required);
  const optional = missing.filter((field) => !field.required);
  return (
    <section className="panel">
      <h2>{w.columnsMissing}</h2>
      <p className="quiet">{required.length > 0 ? w.columnsMissingIntro : w.columnsMissingNone}</p>
      {required.map((field) => (
        <ConstantField key={field.name} sheet={sheet} field={field.name} />
      ))}
      {optional.length > 0 && (
        <details>
          <summary>{w.columnsOptional}</summary>
          {optional.map((field) => (
            <ConstantField key={field.name} sheet={sheet} field={field.name} />
          ))}
        </details>
      )}
    </section>
  );
}

function ConstantField({ sheet, field }: { sheet: SheetView; field: FieldName }): React.ReactNode {
  const w = useWords();
  const given = sheet.constants[field] ?? '';
  const [typed, setTyped] = useState(given);
  const choices = useChoices(sheet.id, field);
  const give = (value: string): void => {
    if (value !== given) void readAgain({ constants: { [field]: value } });
  };
  const label = fieldWord(w, field);
  if (choices && choices.length > 0) {
    const options = [{ id: '', label: w.none }, ...choices.map(({ value, label }) => ({ id: value, label }))];
    return <Choice label={label} options={options} value={given} onChange={give} />;
  }
  return (
    <TextInput
      label={label}
      placeholder={w.columnsConstant}
      value={typed}
      onChange={setTyped}
      onLeave={() => give(typed)}
    />
  );
}
