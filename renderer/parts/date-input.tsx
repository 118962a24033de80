import { useId } from 'react';

type DateInputProps = { label: string; value: string; onChange: (value: string) => void };

/** A day, as `2026-11-24`; empty: none. */
export function DateInput({ label, value, onChange }: DateInputProps): React.ReactNode {
  const id = useId();
  return (
    <div className="date-input">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

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
