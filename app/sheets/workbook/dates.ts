const DAY = 86_400;
/** The first day of each system, as UTC milliseconds; the 1900 one begins a day early because it has a 29 February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31, the last day a spreadsheet program shows. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * The wall-clock time of a serial number, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`; null where there is no such day: times
 * of day alone, the days before March 1900 that the 1900 system gets wrong, negative and too large numbers.
 */
export function serialDate(serial: number, date1904: boolean): string | null {
  if (!(serial >= (date1904 ? 0 : 61))) return null;
  const seconds = Math.round(serial * DAY);
  const time = (date1904 ? EPOCH_1904 : EPOCH_1900) + seconds * 1000;
  if (time > LAST) return null;
  const iso = new Date(time).toISOString();
  return seconds % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]00:?00)?$/;

/** The wall-clock time of a `t="d"` cell; null when it isn't a date. */
export function isoDate(text: string): string | null {
  const match = ISO.exec(text.trim());
  if (!match?.[1]) return null;
  const [, day, minutes = '00:00', seconds = '00'] = match;
  const time = `${minutes}:${seconds}`;
  const date = new Date(`${day}T${time}Z`);
  // 31 February rolls over: it is no date.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return null;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
