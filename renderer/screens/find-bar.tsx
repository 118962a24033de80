import { X } from 'lucide-react';
import { useState } from 'react';
import type { SheetView } from '../../app/engine/contract';
import { bridge } from '../bridge';
import { isFieldName } from '../../app/orders';
import { findNext, replaceHere } from '../grid/find-text';
import { askFocus } from '../grid/grid-store';
import { Button, IconButton } from '../parts/button';
import { Choice } from '../parts/choice';
import { TextInput } from '../parts/text-input';
import { ask } from '../state/ask';
import { showRows, takeSheet } from '../state/sheet-actions';
import { get, set } from '../state/window-store';
import { fieldWord } from '../words/fields';
import { useWords } from '../words/words';

const EVERYWHERE = '-';

/** Find and replace, within the rows the filter shows. */
export function FindBar({ sheet }: { sheet: SheetView }): React.ReactNode {
  const w = useWords();
  const [find, setFind] = useState(get().filter.text ?? '');
  const [replacement, setReplacement] = useState('');
  const [field, setField] = useState(EVERYWHERE);
  const [told, setTold] = useState('');
  const close = (): void => {
    set({ findShown: false });
    askFocus();
  };
  const wanted = { text: find, field: isFieldName(field) ? field : null };
  const next = async (): Promise<void> => {
    if (find !== '' && !(await findNext(wanted))) setTold(w.findNothing);
    else setTold('');
  };
  const show = (): void => {
    const { text: _before, ...rest } = get().filter;
    showRows(find === '' ? rest : { ...rest, text: find });
  };
  const replace = async (): Promise<void> => {
    if (find === '') return;
    const { filter } = get();
    const done = await ask(
      bridge().replaceText({
        sheetId: sheet.id,
        find,
        replacement,
        field: field === EVERYWHERE ? null : field,
        filter,
      }),
    );
    if (!done) return;
    takeSheet(done.view);
    // Rows narrowed to the text that is gone would all be out of sight.
    if (filter.text === find && done.replaced > 0) showRows(withoutText(filter));
    setTold(done.replaced > 0 ? w.findReplaced(done.replaced) : w.findNothing);
  };
  return (
    <search className="find-bar" aria-label={w.findTitle}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape of any of its fields */}
      <form
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void next();
        }}
      >
        <TextInput label={w.findFind} value={find} onChange={setFind} autoFocus />
        <TextInput label={w.findReplace} value={replacement} onChange={setReplacement} />
        <Choice
          label={w.findIn}
          value={field}
          onChange={setField}
          options={[
            { id: EVERYWHERE, label: w.findEverywhere },
            ...sheet.grid.map((one) => ({ id: one.field, label: fieldWord(w, one.field) })),
          ]}
        />
        <Button isDisabled={find === ''} onPress={() => void next()}>
          {w.findNext}
        </Button>
        <Button isDisabled={find === ''} onPress={show}>
          {w.findShow}
        </Button>
        <Button isDisabled={find === ''} onPress={() => void replaceHere(wanted, replacement)}>
          {w.findReplaceOne}
        </Button>
        <Button isDisabled={find === ''} onPress={() => void replace()}>
          {w.findReplaceAll}
        </Button>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      <span className="quiet find-told" role="status">
        {told === '' ? w.findShown : told}
      </span>
      <IconButton icon={X} label={w.close} keys="Esc" onPress={close} />
    </search>
  );
}

function withoutText(filter: ReturnType<typeof get>['filter']): typeof filter {
  const { text: _text, ...rest } = filter;
  return rest;
}
