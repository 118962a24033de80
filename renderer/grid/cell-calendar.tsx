import { getLocalTimeZone, parseDate, today, type CalendarDate } from '@internationalized/date';
import { Calendar } from 'react-aria-components/Calendar';
import { Popover } from 'react-aria-components/Popover';
import { CalendarMonth } from '../parts/calendar-month';
import { useWords } from '../words/words';

type CellCalendarProps = {
  anchor: React.RefObject<HTMLInputElement | null>;
  text: string;
  onChoose: (day: string) => void;
  onClose: () => void;
};

/** A calendar under a date's cell; Escape goes back to the text. */
export function CellCalendar({ anchor, text, onChoose, onClose }: CellCalendarProps): React.ReactNode {
  const w = useWords();
  return (
    <Popover
      isOpen
      isNonModal
      triggerRef={anchor}
      placement="bottom start"
      offset={6}
      className="popover calendar-popover"
      aria-label={w.gridCalendar}
      onOpenChange={(open) => !open && onClose()}
      // Within the screen, so that it belongs to a landmark.
      UNSTABLE_portalContainer={document.querySelector('main') ?? document.body}
    >
      <div
        role="presentation"
        onKeyDown={(event) => {
          // The grid's and the window's own keys leave the calendar alone.
          event.stopPropagation();
          if (event.key === 'Escape') onClose();
        }}
      >
        <Calendar
          autoFocus
          aria-label={w.gridCalendar}
          defaultValue={dayOf(text)}
          // A PBX can't have expired already; a day in the past opens the calendar at today.
          minValue={today(getLocalTimeZone())}
          onChange={(day) => onChoose(day.toString())}
        >
          <CalendarMonth />
        </Calendar>
      </div>
    </Popover>
  );
}

/** The day a text begins with; null: it isn't written as year, month and day. */
function dayOf(text: string): CalendarDate | null {
  const day = /^\d{4}-\d\d-\d\d/.exec(text.trim())?.[0];
  if (day === undefined) return null;
  try {
    return parseDate(day);
  } catch {
    return null;
  }
}
