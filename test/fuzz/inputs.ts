import { buffer } from 'node:stream/consumers';
import iconv from 'iconv-lite';
import yazl from 'yazl';
import { openPackage, partChunks } from '../../app/sheets/workbook/package';
import { mutated } from './mutations';
import { randomOf, type Random } from './random';

/** Real files, whole and taken apart. */
export type Corpus = { files: Buffer[]; workbooks: Map<string, Buffer>[] };

const STARTS = [
  'PK\x03\x04',
  'PK\x05\x06',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '%PDF-',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\xfe\xff',
  '<?xml ',
  '<html>',
  'sep=;\n',
];
const WORDS = [
  'name',
  'plan',
  'subDomain',
  'Enterprise Plan',
  'Müller',
  '厦门',
  'テスト',
  '서울',
  'Київ',
  '1,5',
  '=1+1',
  '"',
  '""',
  ' ',
  '31.12.2027',
  '1e9',
];
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'euc-jp',
];

export async function corpusOf(files: readonly Buffer[]): Promise<Corpus> {
  const workbooks: Map<string, Buffer>[] = [];
  for (const file of files) {
    if (file.toString('latin1', 0, 2) !== 'PK') continue;
    const opened = await openPackage(file, 'corpus');
    const parts = new Map<string, Buffer>();
    for (const name of opened.parts.keys()) {
      if (name.endsWith('/')) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of partChunks(opened, name)) chunks.push(chunk);
      parts.set(name, Buffer.concat(chunks));
    }
    workbooks.push(parts);
  }
  return { files: [...files], workbooks };
}

/** The input of a seed, always the same. */
export async function inputOf(seed: number, corpus: Corpus): Promise<Buffer> {
  const random = randomOf(seed);
  switch (random.below(10)) {
    case 0:
      return random.bytes(random.below(random.once(5) ? 5000 : 60));
    case 1:
      return Buffer.concat([Buffer.from(random.pick(STARTS), 'latin1'), random.bytes(random.below(400))]);
    case 2:
    case 3:
      return mutated(random.pick(corpus.files), random);
    case 4:
    case 5:
      return madeText(random);
    default:
      return repacked(random.pick(corpus.workbooks), random);
  }
}

function madeText(random: Random): Buffer {
  const delimiter = random.pick([',', ';', '\t', '|']);
  const lines = Array.from({ length: random.below(30) }, () =>
    Array.from({ length: 1 + random.below(8) }, () => random.pick(WORDS)).join(delimiter),
  );
  const text = lines.join(random.pick(['\n', '\r\n', '\r']));
  const bytes = iconv.encode(text, random.pick(ENCODINGS), { addBOM: random.once(4) });
  return random.once(2) ? mutated(bytes, random) : bytes;
}

/** A workbook with changed parts whose checksums are right, so that what is in them gets read. */
async function repacked(parts: ReadonlyMap<string, Buffer>, random: Random): Promise<Buffer> {
  const names = [...parts.keys()];
  const chosen = new Set(Array.from({ length: 1 + random.below(2) }, () => random.pick(names)));
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of parts) {
    if (chosen.has(name) && random.once(12)) continue;
    const content = chosen.has(name) ? mutated(bytes, random) : bytes;
    zip.addBuffer(content, name, { compress: random.once(8) });
  }
  zip.end();
  const bytes = await buffer(zip.outputStream);
  return random.once(20) ? mutated(bytes, random) : bytes;
}
