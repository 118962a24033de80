/**
 * Sentences of the engine about files, sheets and the app itself, as it writes them: by these the window knows them
 * again and says them in its own language. `{…}` stands for what changes; see `said.ts`.
 */
export const saidFilesEn = {
  // Opening and writing sheets
  said_fileMissing: 'There is no file "{file}". Check the name and the folder.',
  said_fileFolder: '"{file}" is a folder. Choose the order sheet inside it.',
  said_fileEmpty: '"{file}" is empty.',
  said_fileNoSheet: '"{file}" is not an order sheet: it is {what}. Use XLSX or CSV.',
  said_fileOldExcel:
    '"{file}" is an Excel file of the old kind (.xls). Open it in Excel and save it as .xlsx.',
  said_filePassword: '"{file}" is protected with a password. Remove the password in Excel and save it again.',
  said_fileDamaged:
    '"{file}" is damaged or incomplete. Ask for it again, or open it in Excel and save it anew.',
  said_fileDamagedPart:
    '"{file}" is damaged or incomplete (in {part}). Ask for it again, or open it in Excel and save it anew.',
  said_fileTooLarge: '"{file}" is too large: {what}.',
  said_fileEncoding: 'Line {line} of "{file}" can\'t be read as {encoding}. Choose another encoding.',
  said_fileUnknownEncoding:
    '"{encoding}" is not an encoding this program knows. Use, for example, utf-8, windows-1252 or gb18030.',
  said_fileSeparator:
    '"{separator}" can\'t separate the columns of "{file}". Choose one character, for example ; or a tab.',
  said_fileOpenQuote:
    "A quotation mark opened in row {row} of \"{file}\" is never closed, so the rows after it can't be told apart. Correct it and open the file again.",
  said_fileUnreadable:
    '"{file}" can\'t be read. Close it in other programs and check that you may open it.',
  said_fileUnreadableWhy:
    '"{file}" can\'t be read ({what}). Close it in other programs and check that you may open it.',
  said_fileUnwritable: '"{file}" can\'t be written. Choose another folder for the results.',
  said_fileUnwritableWhy: '"{file}" can\'t be written ({what}). Choose another folder for the results.',
  said_fileDiskFull: 'There is no space left to write "{file}". Free some space and try again; nothing is lost.',
  said_fileChanged: '"{file}" was changed since it was opened. Open it again.',
  said_fileChangedPlain: '{file} was changed since it was opened. Open it again.',
  said_fileSheetGone: '"{file}" has no sheet "{sheet}" any more.',
  said_fileNoSuchSheet: 'The file has no sheet "{sheet}".',
  said_fileHasSheets: 'The file has no sheet "{sheet}". It has {names}.',
  said_fileWrittenElsewhere: '{file} {what}, so this was written: {other}.',
  said_fileLetters: 'Some letters of the results don\'t exist in {encoding} and are written as "?".',
  said_fileForgotten: 'This file is no longer in the list. Open it by its name.',
  said_fileMappings:
    '"{file}" is not a file of column mappings. Export one from PBX Orders to see what it looks like.',
  // What a file is instead
  said_whatNeither: 'neither an Excel workbook nor a text file',
  said_whatOldWord: 'an old Word document',
  said_whatOldSlides: 'an old presentation',
  said_whatMail: 'an e-mail message',
  said_whatArchive: 'an archive (unpack it first)',
  said_whatPdf: 'a PDF document',
  said_whatMedia: 'a picture, a sound or a film',
  said_whatRtf: 'a text document (RTF)',
  said_whatOldOffice: 'an old Office file',
  said_whatWebPage: 'a web page (open it in Excel and save it as .xlsx)',
  said_whatXmlSheet: 'an XML spreadsheet (open it in Excel and save it as .xlsx)',
  said_whatXml: 'an XML file',
  said_whatWord: 'a Word document',
  said_whatOpenDocument: 'an OpenDocument file (save it as .xlsx)',
  said_whatBinary: 'a binary workbook (.xlsb; save it as .xlsx)',
  said_whatApple: 'a Numbers, Pages or Keynote file (export it as .xlsx)',
  said_whatZip: 'a zip archive',
  said_whatUnsafe: 'it holds more than can be read safely',
  said_whatMegabytes: 'it has {size} MB and at most {most} can be read',
  said_whatCells: 'it has too many cells',
  said_whatParts: 'it has more than {most} parts',
  said_whatUnpacked: '{part} unpacks to {size} MB',
  said_whatNoFolder: 'there is no such folder',
  said_whatOpenElsewhere: 'is open in another program',
  said_whatItOpenElsewhere: 'it is open in another program',
  said_whatOpenOrProtected: 'is open in another program or write-protected',
  said_whatProtected: 'is write-protected',
  said_whatItProtected: 'it is write-protected',
  said_whatSheetItself: 'is the order sheet itself',
  said_whatItSheetItself: 'it is the order sheet itself',
  said_whatNoColumns: 'the sheet has no free columns',
  // Sheets that are open
  said_sheetClosed: 'This sheet is no longer open. Open its file again.',
  said_sheetNoRow: 'Row {row} is not an order row of this sheet.',
  said_sheetRowCreated: 'Row {row} was created already, so it can’t be changed here.',
  said_sheetNoMapping: 'There is no mapping named "{name}".',
  said_sheetNoSamples: 'The sample sheets are not installed with this copy of the app.',
  said_sheetTimeZone: '"{zone}" is not a time zone.',
  said_leftOutEmpty: 'it has nothing in any of the order columns',
  said_leftOutTotals: 'it is a row of totals',
  said_leftOutExample: 'it is the example row of the form',
  said_leftOutHeadings: 'it repeats the headings',
  said_editOne: 'edit',
  said_editMany: 'edit of {count} cells',
  said_repairOne: 'repair',
  said_repairMany: 'repair of {count} cells',
  said_replaceOne: 'replacement',
  said_replaceMany: 'replacement in {count} cells',
  said_corrections: 'corrections from {name}',
  // How a column was recognised
  said_columnNoHeading: 'it has no heading',
  said_columnUnknown: 'no field is called so',
  said_columnChosen: 'you chose it',
  said_columnRefused: 'you said that no column holds this field',
  said_columnTaken: 'column {letter} is already taken for it',
  said_columnResult: '"{heading}" is a result column',
  said_columnBrackets: '{what}, without what is in brackets',
  said_columnName: '"{heading}" is the field\'s name',
  said_columnLabel: '"{heading}" is what the field is called',
  said_columnSynonym: '"{heading}" is another word for it',
  said_columnSpelling: '"{heading}" is spelt almost like "{other}"',
  said_columnValues: 'its values are {what}',
  said_valuesPlans: 'plans',
  said_valuesTypes: 'Trial or Commercial',
  said_valuesFirmware: 'firmware versions',
  said_valuesDomains: 'domain names',
  // The system and the app
  said_systemMissing: '"{file}" is not there.',
  said_systemDenied: '"{file}" may not be opened by you.',
  said_systemReadOnly: '"{file}" is on a disk that can only be read.',
  said_systemFull: '"{file}" does not fit: the disk is full. Free some space and try again.',
  said_systemFullUnnamed:
    'What was asked for does not fit: the disk is full. Free some space and try again.',
  said_systemBusy: '"{file}" is in use by another program. Close it there and try again.',
  said_systemFolder: '"{file}" is a folder.',
  said_appInternal:
    'Something went wrong inside the app. Nothing that was saved is lost. Try again; if it happens again, send the log file to support.',
  said_appEngineEnded:
    'The part of PBX Orders that does the work stopped before it could answer. Nothing is sent a second time: what was being sent is looked up before anything else happens to it.',
  said_appSender: 'This request did not come from the window of PBX Orders and was refused.',
  said_appForm: 'The window asked for something in a form the app does not know. Nothing was done.',
  said_appDropped:
    'What was dropped is not a file on this computer. Save it first, then drop the file.',
  said_appDataFolder:
    'PBX Orders can’t use its data folder. See that the disk is not full and that you may write there, then start it again.',
};
