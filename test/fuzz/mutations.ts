import type { Random } from './random';

const SIGNS = '" "" \r \n \r\n \0 , ; \t | = sep=;\n \uFEFF < > & &#0; &#x110000; &a; <!-- --> <? ]]>'.split(
  ' ',
);
const TAGS = '</c> <c> <row> <v/> <is> <t> <rPh> <f> </sheetData> <![CDATA[ <!DOCTYPE> <mergeCell/>'.split(
  ' ',
);
const ATTRIBUTES =
  'r="A1" r="XFD1048576" r="ZZZZ1" r="0" s="99999999" t="s" t="d" t="b" ref="A1:XFD9999999"'.split(' ');
const VALUES = '-1 0 -0 1e999 99999999999999999999 2958466 NaN _x0000_ 2027-02-31'.split(' ');
/** No text in most encodings. */
const BYTES = [[0xff, 0xfe], [0xfe, 0xff], [0x80], [0xff], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0x81, 0x30]];

/** What breaks things where it doesn't belong. */
const TROUBLE = [...SIGNS, ...TAGS, ...ATTRIBUTES, ...VALUES]
  .map((text) => Buffer.from(text))
  .concat(BYTES.map((bytes) => Buffer.from(bytes)));

/** The bytes with a few things changed, cut out, doubled or put in. */
export function mutated(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let changes = random.once(2) ? 1 : 1 + random.below(4); changes > 0; changes--)
    result = changedOnce(result, random);
  return result;
}

function changedOnce(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + random.below(random.once(4) ? 2000 : 20));
  const [before, cut, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (random.below(6)) {
    case 0:
      return Buffer.concat([before, random.pick(TROUBLE), bytes.subarray(at)]);
    case 1:
      return Buffer.concat([before, random.pick(TROUBLE), after]);
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.concat([before, cut, cut, after]);
    case 4:
      return random.once(3) ? before : Buffer.concat([before, random.bytes(cut.length), after]);
    default: {
      const changed = Buffer.from(bytes);
      if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
      return changed;
    }
  }
}
