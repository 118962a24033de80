import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { CalendarCell, CalendarGrid, CalendarHeading } from 'react-aria-components/Calendar';

/** What a calendar shows: its month with the ways to others, and the days. */
export function CalendarMonth(): React.ReactNode {
  return (
    <>
      <header className="calendar-head">
        <Button slot="previous" className="icon-button">
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <CalendarHeading className="calendar-month" />
        <Button slot="next" className="icon-button">
          <ChevronRight size={16} aria-hidden />
        </Button>
      </header>
      <CalendarGrid>{(day) => <CalendarCell date={day} className="calendar-day" />}</CalendarGrid>
    </>
  );
}
