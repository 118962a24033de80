/** What a file's first bytes say it is. `other` is for people: "a PDF document". */
export type FileKind =
  | { readonly kind: 'zip' | 'text' | 'old-excel' | 'password-protected' }
  | { readonly kind: 'other'; readonly what: string };

const PICTURE = 'a picture';
const ARCHIVE = 'an archive (unpack it first)';
const LINK = 'only a link (open what it leads to, and save the sheet as .xlsx)';
const MAIL = 'an e-mail message';
const WEB_PAGE = 'a web page (open it in Excel and save it as .xlsx)';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** What the streams of an OLE file are called, as its directory holds them. */
const OLE_STREAMS: readonly { name: string; kind: FileKind }[] = [
  { name: 'EncryptedPackage', kind: { kind: 'password-protected' } },
  { name: 'Workbook', kind: { kind: 'old-excel' } },
  { name: 'Book', kind: { kind: 'old-excel' } },
  { name: 'WordDocument', kind: { kind: 'other', what: 'an old Word document' } },
  { name: 'PowerPoint Document', kind: { kind: 'other', what: 'an old presentation' } },
  { name: '__properties_version1.0', kind: { kind: 'other', what: MAIL } },
];
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
  { bytes: [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0], what: LINK },
  { bytes: [0xff, 0xfe, 0, 0], what: 'a text file in UTF-32 (save it as UTF-8)' },
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

/** Texts that are no tables, by how they begin, in small letters. */
const TEXTS: readonly { start: RegExp; what: string }[] = [
  { start: /^id;p/, what: 'a SYLK file (open it in Excel and save it as .xlsx)' },
  { start: /^table\r?\n0,1\r?\n/, what: 'a DIF file (open it in Excel and save it as .xlsx)' },
  { start: /^\[internetshortcut\]|^\{\s*"(?:url|doc_id)"\s*:/, what: LINK },
  { start: /^\{\s*["}]|^\[\s*\{/, what: 'a JSON file' },
  { start: /^mime-version:[^]*\bmultipart\/related\b/, what: WEB_PAGE },
  {
    start: /^(?:mime-version|return-path|received|from|delivered-to|message-id): .*\r?\n[a-z-]+: /,
    what: MAIL,
  },
  { start: /^<(!doctype html|html|head|body|table|meta)\b/, what: WEB_PAGE },
];

/** Tables saved as a web page, as XML and in old kinds of text, often with a name that ends in .xls. */
function markup(bytes: Buffer): FileKind | null {
  const start = bytes
    .toString('utf8', 0, 2048)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  const known = TEXTS.find((one) => one.start.test(start));
  if (known) return { kind: 'other', what: known.what };
  if (!start.startsWith('<')) return null;
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return { kind: 'other', what: 'an XML spreadsheet (open it in Excel and save it as .xlsx)' };
  }
  if (start.includes('urn:oasis:names:tc:opendocument')) {
    return { kind: 'other', what: 'an OpenDocument file (save it as .xlsx)' };
  }
  return start.startsWith('<?xml') ? { kind: 'other', what: 'an XML file' } : null;
}
