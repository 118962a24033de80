import { plainText } from '../fold';
import { dayInZone, existsInCalendar, isoDay, secondsInZone, type WallClock } from './calendar';
import { monthNumber, weekdayNumber } from './months';
import { means, unreadable, type Reading } from './reading';

/** Whether `03/04/2027` begins with the day or the month: known from the column's other dates, or not. */
export type DateOrder = 'day-first' | 'month-first' | 'unknown';

const YEAR_FIRST = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/;
const SLASHED = /^(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4}|\d{2})$/;
const NAMED_DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s-]+(?:de |of )?(\p{L}+)\.?[\s,-]+(?:de |del |of )?(\d{4}|\d{2})$/u;
const NAMED_MONTH_FIRST = /^(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})$/u;
const TIME =
  /,?[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?([ap]\.?m\.?)?\s?(z|(?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})?$/i;
/** To the year 2286. More digits are a slip, or a day written 202712312359. */
const SECONDS = /^\d{9,10}$/;
/** From 2001 to 2286. */
const MILLISECONDS = /^[1-9]\d{12}$/;
/** An expiry before this year was not meant: it rules out a reading of 31/12/27 as 27 December 1931. */
const FIRST_YEAR = 2025;

/** No day or time is written in more characters; looking for one in a cell full of text would take seconds. */
const LONGEST = 80;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/**
 * Learns from the unmistakable dates of a column (`31/12/2027`) how the others are meant. A day and a year of two
 * digits are not unmistakable: `31/12/27` may begin with the year.
 */
export function dateOrder(texts: Iterable<string>): DateOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const raw of texts) {
    if (raw.length > LONGEST) continue;
    const match = SLASHED.exec(plainText(raw).replace(TIME, ''));
    if (!match || mayBeYear(match)) continue;
    if (Number(match[1]) > 12 && Number(match[2]) <= 12) dayFirst = true;
    if (Number(match[2]) > 12 && Number(match[1]) <= 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return 'unknown';
  return dayFirst ? 'day-first' : 'month-first';
}

/** What a heading says of it: `Expiry (DD/MM/YYYY)`, `Ablauf (TT/MM/JJJJ)`, `Échéance (JJ/MM/AAAA)`. */
function headingOrder(heading: string): DateOrder {
  const [, first = ''] =
    /(?<!\p{L})([dtj]{1,2}|m{1,2})\s?[/.-]\s?(?:[dtj]{1,2}|m{1,2})\s?[/.-]\s?[yja]{2,4}(?!\p{L})/iu.exec(
      heading,
    ) ?? [];
  if (first === '') return 'unknown';
  return /m/i.test(first) ? 'month-first' : 'day-first';
}

/** What a column's heading and its dates say together; where they contradict one another, nothing. */
export function columnDateOrder(heading: string, texts: Iterable<string>): DateOrder {
  const [said, shown] = [headingOrder(heading), dateOrder(texts)];
  if (said === 'unknown' || shown === 'unknown') return said === 'unknown' ? shown : said;
  return said === shown ? said : 'unknown';
}

/**
 * Seconds since the epoch. A day without a time means its end in `timeZone`; seconds are taken as they are;
 * milliseconds, impossible and ambiguous dates are errors. YCM API, Create a Cloud PBX, `expirationDate`.
 */
export function readDate(raw: string, order: DateOrder, timeZone: string): Reading<number> {
  if (raw.length > LONGEST) return unreadable({ code: 'not-a-date', params: { value: raw } });
  const text = plainText(raw);
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text))
    return unreadable({ code: 'digits-lost', params: { value: raw } });
  if (MILLISECONDS.test(text)) return milliseconds(text, timeZone);
  if (SECONDS.test(text)) return means(Number(text));
  const timed = TIME.exec(text);
  const dated = (timed ? text.slice(0, timed.index) : text).trim();
  const { day, weekday } = withoutWeekday(dated);
  const clocks = readDay(day, order);
  if (clocks === null) return serialOrNothing(raw, text);
  const possible = clocks.filter(
    (clock) => existsInCalendar(clock) && (weekday === null || weekdayOf(clock) === weekday),
  );
  const [first, second] = possible;
  if (!first) return unreadable({ code: 'impossible-date', params: { value: raw } });
  if (second)
    return unreadable({
      code: 'ambiguous-date',
      params: { value: raw, one: isoDay(first), other: isoDay(second) },
    });
  const zone = timed?.[5];
  const time = timed ? timeOf(timed) : null;
  // Programs that have no days without a time show midnight: 2027-12-31 00:00:00 is that day, as in a workbook.
  const isDay = time === null || (!zone && time.hour % 24 === 0 && time.minute === 0 && time.second === 0);
  const clock = isDay ? first : { ...first, time };
  if (!existsInCalendar(clock)) return unreadable({ code: 'impossible-date', params: { value: raw } });
  return means(zone ? secondsInZone(clock, 'UTC') - offsetSeconds(zone) : secondsInZone(clock, timeZone));
}

function milliseconds(text: string, timeZone: string): Reading<number> {
  const seconds = Math.floor(Number(text) / 1000);
  return unreadable({
    code: 'milliseconds',
    params: { value: text, date: dayInZone(seconds, timeZone) },
    repair: { value: String(seconds), safe: true },
  });
}

/**
 * A bare number such as 46568 is most likely an Excel date that lost its format, and a month without a day ends with its
 * last one; both are asked, not assumed.
 */
function serialOrNothing(raw: string, text: string): Reading<number> {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  const days = serial < 20_000 || serial > 80_000 ? lastOfMonth(text) : Date.UTC(1899, 11, 30 + serial);
  const finding = { code: 'not-a-date', params: { value: raw } } as const;
  if (days === null) return unreadable(finding);
  const date = new Date(days).toISOString().slice(0, 10);
  return unreadable({ ...finding, repair: { value: date, safe: false } });
}

/** `2027-12`, `12/2027`, `December 2027`: the month's last day as UTC milliseconds; null for anything else. */
function lastOfMonth(text: string): number | null {
  const [, year, month] = /^(\d{4})\s?[-/.年]\s?(\d{1,2})月?$/.exec(text) ?? [];
  const [, word = '', yearBehind] = /^(\d{1,2}|\p{L}+)\.?\s?[-/. ]\s?(?:de )?(\d{4})$/u.exec(text) ?? [];
  const number = month === undefined ? (monthNumber(word) ?? Number(word)) : Number(month);
  const inYear = Number(year ?? yearBehind);
  const isMonth = Number.isInteger(number) && number >= 1 && number <= 12 && inYear >= FIRST_YEAR;
  return isMonth ? Date.UTC(inYear, number, 0) : null;
}

/** `Friday, December 31, 2027`: the weekday is a check of the rest. */
function withoutWeekday(text: string): { day: string; weekday: number | null } {
  const [whole, word = ''] = /^([\p{L}-]+)\.?,?\s+(?=.*\d{4})/u.exec(text) ?? [];
  const weekday = whole === undefined ? null : weekdayNumber(word);
  return weekday === null ? { day: text, weekday } : { day: text.slice(whole?.length ?? 0), weekday };
}

const weekdayOf = ({ year, month, day }: WallClock): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** What a day may mean: one reading, two when it is ambiguous, null when it is no date. */
function readDay(text: string, order: DateOrder): WallClock[] | null {
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return [clockOf(yearFirst[1], yearFirst[2], yearFirst[3])];
  const dotted = DOTTED.exec(text);
  if (dotted) return [clockOf(dotted[3], dotted[2], dotted[1])];
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const dayFirst = clockOf(slashed[3], slashed[2], slashed[1]);
    const monthFirst = clockOf(slashed[3], slashed[1], slashed[2]);
    if (order === 'day-first') return [dayFirst];
    if (order === 'month-first') return [monthFirst];
    const readings = slashed[1] === slashed[2] ? [dayFirst] : [dayFirst, monthFirst];
    if (mayBeYear(slashed)) readings.push(clockOf(slashed[1], slashed[2], slashed[3]));
    return readings.filter((one, at) => readings.findIndex((other) => isoDay(other) === isoDay(one)) === at);
  }
  const named = NAMED_DAY_FIRST.exec(text);
  const namedMonthFirst = NAMED_MONTH_FIRST.exec(text);
  const month = monthNumber(named?.[2] ?? namedMonthFirst?.[1] ?? '');
  if (month === null) return null;
  return [clockOf(named?.[3] ?? namedMonthFirst?.[3], String(month), named?.[1] ?? namedMonthFirst?.[2])];
}

const mayBeYear = ([, first = '', , last = '']: RegExpExecArray): boolean =>
  last.length === 2 && first.length === 2 && fullYear(first) >= FIRST_YEAR && Number(last) <= 31;

const clockOf = (year = '', month = '', day = ''): WallClock => ({
  year: fullYear(year),
  month: Number(month),
  day: Number(day),
});

function timeOf(match: RegExpExecArray): { hour: number; minute: number; second: number } {
  let hour = Number(match[1]);
  const half = match[4]?.[0]?.toLowerCase();
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return { hour, minute: Number(match[2]), second: Number(match[3] ?? 0) };
}

function offsetSeconds(zone: string): number {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60);
}
