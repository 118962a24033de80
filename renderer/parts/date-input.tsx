import { parseDate, type CalendarDate } from '@internationalized/date';
import { CalendarDays, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar } from 'react-aria-components/Calendar';
import { DateInput as Segments, DateSegment } from 'react-aria-components/DateField';
import { DatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { useWords } from '../words/words';
import { CalendarMonth } from './calendar-month';

type DateInputProps = { label: string; value: string; onChange: (value: string) => void };

/** A day, as `2026-11-24`, typed or chosen as the window's language writes days; empty: none. */
export function DateInput({ label, value, onChange }: DateInputProps): React.ReactNode {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(() => dayOf(value));
  const [round, setRound] = useState(0);
  const take = (day: CalendarDate | null): void => {
    setTyped(day);
    onChange(day?.toString() ?? '');
  };
  const leave = (): void => {
    // What is shown is what counts: 26 is 2026, and half a date gives way to the one before.
    if (typed && typed.year < FULL_YEAR) take(typed.year < 100 ? typed.add({ years: 2000 }) : typed);
    if (box.current?.querySelector('[data-placeholder]')) setRound(round + 1);
  };
  return (
    <DatePicker
      key={round}
      ref={box}
      className="date-input"
      value={typed}
      // A year that is still being typed changes nothing yet.
      onChange={(day) => (day && day.year < FULL_YEAR ? setTyped(day) : take(day))}
      onBlur={leave}
    >
      <Label>{label}</Label>
      <Group className="date-box">
        <Segments className="date-segments">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </Segments>
        {typed && (
          <Button
            slot={null}
            className="date-button"
            aria-label={w.clearField(label)}
            onPress={() => {
              take(null);
              box.current?.querySelector<HTMLElement>('[role=spinbutton]')?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
        <Button className="date-button">
          <CalendarDays size={14} aria-hidden />
        </Button>
      </Group>
      <Popover className="popover calendar-popover" placement="bottom end">
        <Dialog className="calendar-dialog">
          <Calendar>
            <CalendarMonth />
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

const FULL_YEAR = 1000;
const dayOf = (value: string): CalendarDate | null => (value === '' ? null : parseDate(value));

/** When a day begins on this computer's clock, in UTC milliseconds; null: no day. */
export function dayStart(day: string): number | null {
  const at = new Date(`${day}T00:00:00`).getTime();
  return day === '' || Number.isNaN(at) ? null : at;
}

/** The last millisecond of a day on this computer's clock; null: no day. */
export function dayEnd(day: string): number | null {
  const start = dayStart(day);
  if (start === null) return null;
  const next = new Date(start);
  next.setDate(next.getDate() + 1);
  return next.getTime() - 1;
}
