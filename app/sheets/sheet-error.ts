export type SheetErrorCode =
  | 'not-found'
  | 'is-a-directory'
  | 'empty-file'
  | 'not-a-sheet'
  | 'old-excel'
  | 'password-protected'
  | 'damaged'
  | 'too-large'
  | 'undecodable'
  | 'unknown-encoding'
  | 'unknown-delimiter'
  | 'open-quote'
  | 'unreadable'
  | 'cannot-write'
  | 'disk-full'
  | 'changed-since'
  | 'sheet-gone';

/** Why a sheet file could not be read or written: facts only, see `sheetErrorMessage` for words. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
  constructor(
    readonly code: SheetErrorCode,
    readonly path: string,
    readonly facts: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

const nameOf = (path: string): string => path.split(/[\\/]/).pop() || path;

/** One clear sentence for people. */
export function sheetErrorMessage({ code, path, facts }: SheetError): string {
  const file = `"${nameOf(path)}"`;
  switch (code) {
    case 'not-found':
      return `There is no file ${file}. Check the name and the folder.`;
    case 'is-a-directory':
      return `${file} is a folder. Choose the order sheet inside it.`;
    case 'empty-file':
      return `${file} is empty.`;
    case 'not-a-sheet':
      return `${file} is not an order sheet: it is ${facts['what'] ?? 'neither an Excel workbook nor a text file'}. Use XLSX or CSV.`;
    case 'old-excel':
      return `${file} is an Excel file of the old kind (.xls). Open it in Excel and save it as .xlsx.`;
    case 'password-protected':
      return `${file} is protected with a password. Remove the password in Excel and save it again.`;
    case 'damaged':
      return `${file} is damaged or incomplete${facts['part'] ? ` (in ${facts['part']})` : ''}. Ask for it again, or open it in Excel and save it anew.`;
    case 'too-large':
      return `${file} is too large: ${facts['what'] ?? 'it holds more than can be read safely'}.`;
    case 'undecodable':
      return `Line ${facts['line'] ?? '?'} of ${file} can't be read as ${facts['encoding'] ?? 'text'}. Choose another encoding.`;
    case 'unknown-encoding':
      return `"${facts['encoding'] ?? ''}" is not an encoding this program knows. Use, for example, utf-8, windows-1252 or gb18030.`;
    case 'unknown-delimiter':
      return `"${facts['delimiter'] ?? ''}" can't separate the columns of ${file}. Choose one character, for example ; or a tab.`;
    case 'open-quote':
      return `A quotation mark opened in row ${facts['row'] ?? '?'} of ${file} is never closed, so the rows after it can't be told apart. Correct it and open the file again.`;
    case 'unreadable':
      return `${file} can't be read${facts['why'] ? ` (${facts['why']})` : ''}. Close it in other programs and check that you may open it.`;
    case 'cannot-write':
      return `${file} can't be written${facts['why'] ? ` (${facts['why']})` : ''}. Choose another folder for the results.`;
    case 'disk-full':
      return `There is no space left to write ${file}. Free some space and try again; nothing is lost.`;
    case 'changed-since':
      return `${file} was changed since it was opened. Open it again.`;
    case 'sheet-gone':
      return `${file} has no sheet "${facts['sheet'] ?? ''}" any more.`;
  }
}
