/** A day, and a time of day when one was given. */
export type WallClock = {
  year: number;
  month: number;
  day: number;
  time?: { hour: number; minute: number; second: number };
};

export function existsInCalendar({ year, month, day, time }: WallClock): boolean {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  return !time || (time.hour < 24 && time.minute < 60 && time.second < 60);
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();
function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    FORMATS.set(timeZone, format);
  }
  return format;
}

/** The wall clock of a zone (IANA name) at an instant (UTC milliseconds), as if it were UTC. */
function wallClockMs(instantMs: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatIn(timeZone).formatToParts(instantMs)) part[type] = Number(value);
  return Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
}

/** Seconds since the epoch of a wall clock in a zone. Without a time: the last second of that day there. */
export function secondsInZone(clock: WallClock, timeZone: string): number {
  const { hour, minute, second } = clock.time ?? { hour: 23, minute: 59, second: 59 };
  const asUtc = Date.UTC(clock.year, clock.month - 1, clock.day, hour, minute, second);
  // The offset may differ on the two sides of a clock change: ask again at the first answer.
  let instant = asUtc - (wallClockMs(asUtc, timeZone) - asUtc);
  instant = asUtc - (wallClockMs(instant, timeZone) - instant);
  return Math.floor(instant / 1000);
}

const pad = (value: number): string => String(value).padStart(2, '0');
export const isoDay = ({ year, month, day }: WallClock): string => `${year}-${pad(month)}-${pad(day)}`;

/** `2027-12-31 23:59` as the zone's clock shows that second. */
export function dayInZone(seconds: number, timeZone: string): string {
  const date = new Date(wallClockMs(seconds * 1000, timeZone));
  return date.toISOString().slice(0, 16).replace('T', ' ');
}
