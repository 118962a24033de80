import { CalendarDays } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Popover } from 'react-aria-components/Popover';
import type { GridColumn } from '../../app/engine/contract';
import { fieldWord } from '../words/fields';
import { useWords } from '../words/words';
import { CellCalendar } from './cell-calendar';
import { matchingChoices, withChoice } from './choice-text';
import { cancelEdit, commitEdit, type After } from './edit-actions';
import { openEditor, type Editing } from './grid-store';
import { useChoices, type ChoiceOption } from './use-choices';

type CellEditorProps = { editing: Editing; column: GridColumn; sheetId: string };

const LEAVING: Record<string, After> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The editor of a cell: a line of text, with the values to choose from or a calendar where the field has them. */
export function CellEditor({ editing, column, sheetId }: CellEditorProps): React.ReactNode {
  const w = useWords();
  const { field, kind } = column;
  const [text, setText] = useState(editing.text);
  const [changed, setChanged] = useState(editing.mode === 'over');
  const [mode, setMode] = useState(editing.mode);
  const [listOpen, setListOpen] = useState(editing.mode === 'in');
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const [calendarOpen, setCalendarOpen] = useState(false);
  const left = useRef(false);
  const listId = useId();
  const all = useChoices(sheetId, field);
  const choices = matchingChoices(all ?? [], kind, changed ? text : '');
  const isOpen = listOpen && choices.length > 0;

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (editing.mode === 'in') input.current?.setSelectionRange(0, editing.text.length);
  }, [editing.mode, editing.text]);

  const leave = (value: string, after: After, everywhere = false): void => {
    if (left.current) return;
    left.current = true;
    void commitEdit(value, after, everywhere);
  };
  useEffect(() => {
    openEditor.save = () => leave(text, 'stay');
    return () => {
      openEditor.save = null;
    };
  });
  const type = (value: string): void => {
    setText(value);
    setChanged(true);
    setListOpen(true);
    setAt(-1);
  };
  const chosen = (): string => {
    const choice = isOpen ? choices[at] : undefined;
    return choice ? withChoice(text, kind, choice.value) : text;
  };
  const key = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const taken = ((): boolean => {
      switch (event.key) {
        case 'Enter':
          if (event.ctrlKey || event.metaKey) leave(chosen(), 'down', true);
          else leave(chosen(), event.shiftKey ? 'up' : 'down');
          return true;
        case 'Tab':
          leave(chosen(), event.shiftKey ? 'previous' : 'next');
          return true;
        case 'Escape':
          left.current = true;
          cancelEdit();
          return true;
        case 'F2':
          setMode(mode === 'in' ? 'over' : 'in');
          return true;
        case 'F8':
          leave(chosen(), 'stay');
          return false;
      }
      if (event.altKey && event.key === 'ArrowDown') {
        if (kind === 'date') setCalendarOpen(true);
        else setListOpen(!listOpen);
        return true;
      }
      if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setAt((at + step + choices.length + (at < 0 && step < 0 ? 1 : 0)) % choices.length);
        return true;
      }
      const leaving = LEAVING[event.key];
      if (mode === 'over' && leaving && !event.shiftKey) {
        leave(text, leaving);
        return true;
      }
      return false;
    })();
    if (taken) event.preventDefault();
    // The grid and the window's own keys leave an editor alone.
    if (event.key !== 'F8') event.stopPropagation();
  };

  return (
    <div className="cell-editor">
      <input
        ref={input}
        value={text}
        aria-label={fieldWord(w, field)}
        aria-describedby="cell-detail"
        autoComplete="off"
        spellCheck={false}
        inputMode={kind === 'whole' ? 'numeric' : 'text'}
        placeholder={kind === 'date' ? '2027-12-31' : ''}
        {...(all && all.length > 0
          ? {
              role: 'combobox',
              'aria-expanded': isOpen,
              'aria-controls': listId,
              'aria-autocomplete': 'list' as const,
              ...(isOpen && at >= 0 && { 'aria-activedescendant': `${listId}-${at}` }),
            }
          : {})}
        onChange={(event) => type(event.target.value)}
        onKeyDown={key}
        onBlur={() => {
          // The calendar takes the focus and gives it back.
          if (!calendarOpen) leave(text, 'stay');
        }}
      />
      {kind === 'date' && (
        <button
          type="button"
          tabIndex={-1}
          className="cell-editor-button"
          aria-label={w.gridCalendar}
          aria-expanded={calendarOpen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setCalendarOpen(!calendarOpen)}
        >
          <CalendarDays size={14} aria-hidden />
        </button>
      )}
      {calendarOpen && (
        <CellCalendar
          anchor={input}
          text={text}
          onChoose={(day) => leave(day, 'down')}
          onClose={() => {
            setCalendarOpen(false);
            input.current?.focus();
          }}
        />
      )}
      <ChoiceList
        id={listId}
        label={fieldWord(w, field)}
        anchor={input}
        choices={choices}
        isOpen={isOpen}
        at={at}
        onChoose={(value) => leave(withChoice(text, kind, value), 'down')}
      />
    </div>
  );
}

type ChoiceListProps = {
  id: string;
  label: string;
  anchor: React.RefObject<HTMLInputElement | null>;
  choices: readonly ChoiceOption[];
  isOpen: boolean;
  at: number;
  onChoose: (value: string) => void;
};

function ChoiceList({ id, label, anchor, choices, isOpen, at, onChoose }: ChoiceListProps): React.ReactNode {
  return (
    <Popover
      isOpen={isOpen}
      isNonModal
      triggerRef={anchor}
      placement="bottom start"
      offset={6}
      className="popover"
      aria-label={label}
      // Within the screen, so that it belongs to a landmark.
      UNSTABLE_portalContainer={document.querySelector('main') ?? document.body}
    >
      <ul id={id} role="listbox" aria-label={label} className="list cell-choices">
        {choices.map((choice, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys go to the input, as in any combobox
          <li
            key={choice.value}
            ref={index === at ? inSight : null}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className="list-item"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice.value)}
          >
            <span>{choice.label}</span>
            {choice.label !== choice.value && <span className="quiet">{choice.value}</span>}
          </li>
        ))}
      </ul>
    </Popover>
  );
}

const inSight = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });
