/** What a file's first bytes say it is. `other` is for people: "a PDF document". */
export type FileKind =
  | { readonly kind: 'zip' | 'text' | 'old-excel' | 'password-protected' }
  | { readonly kind: 'other'; readonly what: string };

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What the streams of an OLE file are called, as its directory holds them. */
const OLE_STREAMS: readonly { name: string; kind: FileKind }[] = [
  { name: 'EncryptedPackage', kind: { kind: 'password-protected' } },
  { name: 'Workbook', kind: { kind: 'old-excel' } },
  { name: 'Book', kind: { kind: 'old-excel' } },
  { name: 'WordDocument', kind: { kind: 'other', what: 'an old Word document' } },
  { name: 'PowerPoint Document', kind: { kind: 'other', what: 'an old presentation' } },
  { name: '__properties_version1.0', kind: { kind: 'other', what: 'an e-mail message' } },
];
const PICTURE = 'a picture';
const ARCHIVE = 'an archive (unpack it first)';
const MAGIC: readonly { bytes: readonly number[] | string; what: string }[] = [
  { bytes: '%PDF-', what: 'a PDF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: PICTURE },
  { bytes: [0xff, 0xd8, 0xff], what: PICTURE },
  { bytes: 'GIF8', what: PICTURE },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: PICTURE },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: PICTURE },
  { bytes: 'RIFF', what: 'a picture, a sound or a film' },
  { bytes: [0x1f, 0x8b], what: ARCHIVE },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], what: ARCHIVE },
  { bytes: 'Rar!', what: ARCHIVE },
  { bytes: 'BZh', what: ARCHIVE },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: ARCHIVE },
  { bytes: '{\\rtf', what: 'a text document (RTF)' },
  { bytes: 'SQLite format 3', what: 'a database' },
];
/** Excel 2 to 5, and later ones out of their container: a BOF record first. */
const OLD_BIFF: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

const startsWith = (bytes: Buffer, magic: readonly number[] | string): boolean =>
  typeof magic === 'string'
    ? bytes.toString('latin1', 0, magic.length) === magic
    : magic.every((byte, at) => bytes[at] === byte);

/** What kind of file this is, by its bytes: names and endings lie too often. */
export function fileKind(bytes: Buffer): FileKind {
  if (startsWith(bytes, OLE)) {
    const found = OLE_STREAMS.find(({ name }) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le')));
    return found?.kind ?? { kind: 'other', what: 'an old Office file' };
  }
  if (OLD_BIFF.some((magic) => startsWith(bytes, magic))) return { kind: 'old-excel' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return { kind: 'zip' };
  const known = MAGIC.find((magic) => startsWith(bytes, magic.bytes));
  return known ? { kind: 'other', what: known.what } : (markup(bytes) ?? { kind: 'text' });
}

/** Tables saved as a web page or as XML, often with a name that ends in .xls. */
function markup(bytes: Buffer): FileKind | null {
  const start = bytes
    .toString('utf8', 0, 2048)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (!start.startsWith('<')) return null;
  if (/^<(!doctype html|html|head|body|table|meta)\b/.test(start)) {
    return { kind: 'other', what: 'a web page (open it in Excel and save it as .xlsx)' };
  }
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return { kind: 'other', what: 'an XML spreadsheet (open it in Excel and save it as .xlsx)' };
  }
  return start.startsWith('<?xml') ? { kind: 'other', what: 'an XML file' } : null;
}
