import { languageTag } from './words';

/** Figures and dates as the language writes them. Times are UTC milliseconds, shown in local time. */
export const figure = (value: number): string => new Intl.NumberFormat(languageTag()).format(value);

export const dateTime = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

export const day = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium' }).format(at);

/** A day of the calendar, written `2027-12-31`, whatever the time zone. */
export const calendarDay = (iso: string): string =>
  new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(iso));

export const clock = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), { timeStyle: 'medium' }).format(at);
