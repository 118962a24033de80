import type { Catalog } from './catalog';
import { fieldOf, type Field, type FieldName, type LookupName } from './fields';
import { dayInZone } from './values/calendar';
import { readBoolean, readChoice } from './values/choice';
import { readDate, type DateOrder } from './values/date';
import { readId, readIds } from './values/lookup';
import { lookupIndex, type LookupIndex } from './values/lookup-index';
import { readWhole, type NumberHabit } from './values/number';
import { saysNone } from './values/placeholder';
import { means, unreadable, type Reading } from './values/reading';
import { readName, readSubDomain } from './values/text';

export type Value = string | number | boolean | number[];
export type ReadingContext = {
  catalog: Catalog;
  /** UTC milliseconds. */
  now: number;
  /** IANA name. */
  timeZone: string;
  habit: NumberHabit;
  dateOrder: DateOrder;
  /** The different texts of a field's column. */
  columnTexts: (name: FieldName) => Iterable<string>;
};
/** Reads a field's texts. `typed`: the text comes from a number cell, so a dot in it is a decimal point. */
export type FieldReader = (text: string, typed: boolean, regionId?: number) => Reading<Value>;

const TYPED_HABIT: NumberHabit = { dot: 'decimal', comma: 'thousands' };
const CACHE_LIMIT = 20_000;

/** A reader for each field that reads each distinct text only once. */
export function fieldReaders(context: ReadingContext): (name: FieldName) => FieldReader {
  const indexes = new Map<LookupName, LookupIndex>();
  const indexFor = (name: LookupName): LookupIndex => {
    let index = indexes.get(name);
    if (!index) indexes.set(name, (index = lookupIndex(name, context.catalog)));
    return index;
  };
  return (name) => {
    const field = fieldOf(name);
    const direct: FieldReader = (text, typed, regionId) =>
      read(field, text, typed, regionId, context, indexFor);
    // Names and sub-domains seldom come twice.
    if (field.kind === 'text') return direct;
    const untyped = remembered((text) => orNothing(field, text, direct(text, false)));
    const typedOnes = remembered((text) => direct(text, true));
    if (name !== 'domainId') return (text, typed) => (typed ? typedOnes : untyped)(text);
    const byRegion = new Map<number | undefined, (text: string) => Reading<Value>>();
    return (text, typed, regionId) => {
      if (typed) return typedOnes(text);
      let reader = byRegion.get(regionId);
      if (!reader) byRegion.set(regionId, (reader = remembered((one) => direct(one, false, regionId))));
      return reader(text);
    };
  };
}

/** Where nothing is required, `n/a` and `never` can be taken away. */
function orNothing({ required }: Field, text: string, reading: Reading<Value>): Reading<Value> {
  const [first, ...rest] = reading.findings;
  if (required || !first || first.repair || reading.value !== undefined || !saysNone(text)) return reading;
  return unreadable({ ...first, repair: { value: '', safe: false } }, ...rest);
}

function remembered(work: (text: string) => Reading<Value>): (text: string) => Reading<Value> {
  const cache = new Map<string, Reading<Value>>();
  return (text) => {
    const known = cache.get(text);
    if (known) return known;
    const reading = work(text);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(text, reading);
    return reading;
  };
}

function read(
  field: Field,
  text: string,
  typed: boolean,
  regionId: number | undefined,
  context: ReadingContext,
  indexFor: (name: LookupName) => LookupIndex,
): Reading<Value> {
  switch (field.kind) {
    case 'text':
      return field.name === 'subDomain' ? readSubDomain(text) : readName(text);
    case 'choice':
      return readChoice(field.name, text, () => context.columnTexts(field.name));
    case 'boolean':
      return readBoolean(field.name, text, () => context.columnTexts(field.name));
    case 'whole':
      return readWhole(text, typed ? TYPED_HABIT : context.habit, field);
    case 'date':
      return inReach(readDate(text, context.dateOrder, context.timeZone), context);
    case 'id':
      return readId(text, indexFor(field.lookup ?? 'region'), regionId);
    case 'ids':
      return readIds(text, indexFor('customer'));
  }
}

/** Subscriptions run a year or a few: what ends later is most likely a slip or another calendar's year. */
const FAR_YEARS = 20;
const YEAR_MS = 365.25 * 86_400_000;

function inReach(reading: Reading<number>, { now, timeZone }: ReadingContext): Reading<number> {
  const { value } = reading;
  if (value === undefined) return reading;
  const date = (): string => `${dayInZone(value, timeZone)} (${timeZone})`;
  if (value * 1000 <= now) return unreadable({ code: 'expired', params: { date: date() } });
  if (value * 1000 <= now + FAR_YEARS * YEAR_MS) return reading;
  return means(value, { code: 'far-expiry', params: { date: date(), years: FAR_YEARS } });
}
