import type { Catalog } from './catalog';
import { fieldOf, type Field, type FieldName, type LookupName } from './fields';
import { dayInZone } from './values/calendar';
import { readBoolean, readChoice } from './values/choice';
import { readDate, type DateOrder } from './values/date';
import { lookupIndex, readId, readIds, type LookupIndex } from './values/lookup';
import { readWhole, type NumberHabit } from './values/number';
import { unreadable, type Reading } from './values/reading';
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
};
/** `typed`: the text comes from a number cell, so a dot in it is a decimal point. */
export type FieldReader = (
  field: FieldName,
  text: string,
  typed: boolean,
  regionId?: number,
) => Reading<Value>;

const TYPED_HABIT: NumberHabit = { dot: 'decimal', comma: 'thousands' };
const CACHE_LIMIT = 20_000;

/** Reads texts as values, each distinct text of a field only once. */
export function createFieldReader(context: ReadingContext): FieldReader {
  const indexes = new Map<LookupName, LookupIndex>();
  const indexFor = (name: LookupName): LookupIndex => {
    let index = indexes.get(name);
    if (!index) indexes.set(name, (index = lookupIndex(name, context.catalog)));
    return index;
  };
  const caches = new Map<FieldName, Map<string, Reading<Value>>>();
  return (name, text, typed, regionId) => {
    let cache = caches.get(name);
    if (!cache) caches.set(name, (cache = new Map()));
    const key = typed ? `#${text}` : name === 'domainId' ? `${regionId ?? ''} ${text}` : ` ${text}`;
    const known = cache.get(key);
    if (known) return known;
    const reading = read(fieldOf(name), text, typed, regionId, context, indexFor);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(key, reading);
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
      return readChoice(field.name, text);
    case 'boolean':
      return readBoolean(field.name, text);
    case 'whole':
      return readWhole(text, typed ? TYPED_HABIT : context.habit, field);
    case 'date':
      return notPast(readDate(text, context.dateOrder, context.timeZone), context);
    case 'id':
      return readId(text, indexFor(field.lookup ?? 'region'), regionId);
    case 'ids':
      return readIds(text, indexFor('customer'));
  }
}

function notPast(reading: Reading<number>, { now, timeZone }: ReadingContext): Reading<number> {
  if (reading.value === undefined || reading.value * 1000 > now) return reading;
  return unreadable({
    code: 'expired',
    params: { date: `${dayInZone(reading.value, timeZone)} (${timeZone})` },
  });
}
