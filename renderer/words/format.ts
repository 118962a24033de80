import { languageTag } from './words';

/** Figures and dates as the language writes them. Times are UTC milliseconds, shown in local time. */
export const figure = (value: number): string => new Intl.NumberFormat(languageTag()).format(value);

export const dateTime = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);

export const day = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium' }).format(at);

export const clock = (at: number): string =>
  new Intl.DateTimeFormat(languageTag(), { timeStyle: 'medium' }).format(at);
