import type { SaidFilesWords } from './en';

export const saidFilesDe: SaidFilesWords = {
  said_fileMissing: 'Es gibt keine Datei {file}. Prüfen Sie Name und Ordner.',
  said_fileFolder: '{file} ist ein Ordner. Wählen Sie die Bestelltabelle darin.',
  said_fileEmpty: '{file} ist leer.',
  said_fileNoSheet: '{file} ist keine Bestelltabelle, sondern {what}. Verwenden Sie XLSX oder CSV.',
  said_fileOldExcel:
    '{file} ist eine Excel-Datei alter Art (.xls). Öffnen Sie sie in Excel, und speichern Sie sie als .xlsx.',
  said_filePassword:
    '{file} ist mit einem Passwort geschützt. Entfernen Sie es in Excel, und speichern Sie erneut.',
  said_fileDamaged:
    '{file} ist beschädigt oder unvollständig. Lassen Sie sich die Datei neu schicken, oder speichern Sie sie in Excel neu.',
  said_fileDamagedPart:
    '{file} ist beschädigt oder unvollständig (in {part}). Lassen Sie sich die Datei neu schicken, oder speichern Sie sie in Excel neu.',
  said_fileTooLarge: '{file} ist zu groß: {what}.',
  said_fileEncoding:
    'Zeile {line} von {file} lässt sich nicht als {encoding} lesen. Wählen Sie eine andere Codierung.',
  said_fileUnknownEncoding:
    'Die Codierung „{encoding}“ kennt dieses Programm nicht. Verwenden Sie zum Beispiel utf-8, windows-1252 oder gb18030.',
  said_fileSeparator:
    '„{separator}“ kann die Spalten von {file} nicht trennen. Wählen Sie ein Zeichen, zum Beispiel ; oder einen Tabulator.',
  said_fileOpenQuote:
    'Ein Anführungszeichen in Zeile {row} von {file} wird nie geschlossen; die Zeilen danach lassen sich nicht unterscheiden. Korrigieren Sie es, und öffnen Sie die Datei erneut.',
  said_fileUnreadable:
    '{file} kann nicht gelesen werden. Schließen Sie die Datei in anderen Programmen, und prüfen Sie Ihre Rechte.',
  said_fileUnreadableWhy:
    '{file} kann nicht gelesen werden ({what}). Schließen Sie die Datei in anderen Programmen, und prüfen Sie Ihre Rechte.',
  said_fileUnwritable:
    '{file} kann nicht geschrieben werden. Wählen Sie einen anderen Ordner für die Ergebnisse.',
  said_fileUnwritableWhy:
    '{file} kann nicht geschrieben werden ({what}). Wählen Sie einen anderen Ordner für die Ergebnisse.',
  said_fileDiskFull:
    'Für {file} ist kein Platz mehr. Schaffen Sie Platz, und versuchen Sie es erneut; nichts ist verloren.',
  said_fileChanged: '{file} wurde seit dem Öffnen geändert. Öffnen Sie die Datei erneut.',
  said_fileSheetGone: '{file} hat kein Blatt „{sheet}“ mehr.',
  said_fileNoSuchSheet: 'Die Datei hat kein Blatt „{sheet}“.',
  said_fileHasSheets: 'Die Datei hat kein Blatt „{sheet}“. Sie hat {names}.',
  said_fileWrittenElsewhere: '{file} {what}; geschrieben wurde daher {other}.',
  said_fileLetters: 'Einige Zeichen der Ergebnisse gibt es in {encoding} nicht; sie stehen dort als „?“.',
  said_fileOwn:
    '{file} ist eine eigene Datei von PBX Orders und wird nicht überschrieben. Wählen Sie einen anderen Namen oder Ordner.',
  said_fileNoResultFolder: 'Für das Ergebnis gibt es keinen Ordner {file}. Nichts wurde gesendet.',
  said_fileResultEnding:
    'Das Ergebnis ist eine Kopie von {file}; sein Name muss wie der der Tabelle auf {ending} enden. Nichts wurde gesendet.',
  said_fileForgotten: 'Diese Datei steht nicht mehr in der Liste. Öffnen Sie sie über ihren Namen.',
  said_fileMappings:
    '{file} ist keine Datei mit Spaltenzuordnungen. Exportieren Sie eine aus PBX Orders, um zu sehen, wie sie aussieht.',
  said_whatNeither: 'weder eine Excel-Mappe noch eine Textdatei',
  said_whatOldWord: 'ein altes Word-Dokument',
  said_whatOldSlides: 'eine alte Präsentation',
  said_whatMail: 'eine E-Mail',
  said_whatArchive: 'ein Archiv (bitte zuerst entpacken)',
  said_whatPdf: 'ein PDF-Dokument',
  said_whatMedia: 'ein Bild, ein Ton oder ein Film',
  said_whatRtf: 'ein Textdokument (RTF)',
  said_whatOldOffice: 'eine alte Office-Datei',
  said_whatWebPage: 'eine Webseite (in Excel öffnen und als .xlsx speichern)',
  said_whatXmlSheet: 'eine XML-Tabelle (in Excel öffnen und als .xlsx speichern)',
  said_whatXml: 'eine XML-Datei',
  said_whatWord: 'ein Word-Dokument',
  said_whatOpenDocument: 'eine OpenDocument-Datei (als .xlsx speichern)',
  said_whatBinary: 'eine binäre Mappe (.xlsb; als .xlsx speichern)',
  said_whatApple: 'eine Numbers-, Pages- oder Keynote-Datei (als .xlsx exportieren)',
  said_whatZip: 'ein Zip-Archiv',
  said_whatUnsafe: 'sie enthält mehr, als sicher gelesen werden kann',
  said_whatMegabytes: 'sie hat {size} MB, und höchstens {most} sind lesbar',
  said_whatCells: 'sie hat zu viele Zellen',
  said_whatParts: 'sie hat mehr als {most} Teile',
  said_whatUnpacked: '{part} ist entpackt {size} MB groß',
  said_whatNoFolder: 'diesen Ordner gibt es nicht',
  said_whatOpenElsewhere: 'ist in einem anderen Programm geöffnet',
  said_whatIt: 'sie {what}',
  said_whatOpenOrProtected: 'ist in einem anderen Programm geöffnet oder schreibgeschützt',
  said_whatProtected: 'ist schreibgeschützt',
  said_whatEdited: 'ist nicht mehr so, wie von PBX Orders geschrieben',
  said_whatSheetItself: 'ist die Bestelltabelle selbst',
  said_whatNoColumns: 'das Blatt hat keine freien Spalten',
  said_sheetClosed: 'Diese Tabelle ist nicht mehr geöffnet. Öffnen Sie ihre Datei erneut.',
  said_sheetNoRow: 'Zeile {row} ist keine Auftragszeile dieser Tabelle.',
  said_sheetNoField: '„{name}“ ist kein Feld eines Auftrags.',
  said_sheetRowCreated: 'Zeile {row} wurde bereits angelegt und kann hier nicht geändert werden.',
  said_sheetNoMapping: 'Es gibt keine Zuordnung namens „{name}“.',
  said_sheetNoSamples: 'Die Beispieltabellen sind mit dieser App nicht installiert.',
  said_sheetTimeZone: '„{zone}“ ist keine Zeitzone.',
  said_leftOutEmpty: 'in den Auftragsspalten steht nichts',
  said_leftOutTotals: 'es ist eine Summenzeile',
  said_leftOutExample: 'es ist die Beispielzeile des Formulars',
  said_leftOutHeadings: 'sie wiederholt die Überschriften',
  said_leftOutRemark: 'sie ist nur eine Bemerkung oder eine Zwischenüberschrift',
  said_leftOutPrefilled: 'sie hat weder einen Namen noch eine Adresse noch eine Kapazität',
  said_editOne: 'Bearbeitung',
  said_editMany: 'Bearbeitung von {count} Zellen',
  said_repairOne: 'Korrektur',
  said_repairMany: 'Korrektur von {count} Zellen',
  said_replaceOne: 'Ersetzung',
  said_replaceMany: 'Ersetzung in {count} Zellen',
  said_corrections: 'Korrekturen aus {name}',
  said_columnNoHeading: 'sie hat keine Überschrift',
  said_columnUnknown: 'kein Feld heißt so',
  said_columnChosen: 'von Ihnen gewählt',
  said_columnRefused: 'laut Ihrer Angabe enthält keine Spalte dieses Feld',
  said_columnTaken: 'dafür ist schon Spalte {letter} vergeben',
  said_columnResult: '„{heading}“ ist eine Ergebnisspalte',
  said_columnBrackets: '{what}, ohne das Eingeklammerte',
  said_columnName: '„{heading}“ ist der Name des Feldes',
  said_columnLabel: '„{heading}“ heißt das Feld',
  said_columnSynonym: '„{heading}“ ist ein anderes Wort dafür',
  said_columnSpelling: '„{heading}“ ist fast geschrieben wie „{other}“',
  said_columnValues: 'ihre Werte sind {what}',
  said_valuesPlans: 'Tarife',
  said_valuesTypes: 'Trial oder Commercial',
  said_valuesFirmware: 'Firmware-Versionen',
  said_valuesDomains: 'Domänennamen',
  said_systemMissing: '{file} ist nicht da.',
  said_systemDenied: '{file} darf von Ihnen nicht geöffnet werden.',
  said_systemReadOnly: '{file} liegt auf einem Datenträger, der nur gelesen werden kann.',
  said_systemFull:
    '{file} passt nicht: der Datenträger ist voll. Schaffen Sie Platz, und versuchen Sie es erneut.',
  said_whatAsked: 'Das Gewünschte',
  said_systemBusy:
    '{file} wird von einem anderen Programm benutzt. Schließen Sie die Datei dort, und versuchen Sie es erneut.',
  said_systemFolder: '{file} ist ein Ordner.',
  said_draftsFull:
    'Der Datenträger mit {file} ist voll, daher sind Ihre letzten Änderungen nicht gespeichert. Schaffen Sie Platz: Sie werden gespeichert, sobald sie passen. Lassen Sie PBX Orders bis dahin geöffnet.',
  said_draftsUnsaved:
    'Ihre letzten Änderungen können nicht in {file} gespeichert werden ({code}). Es wird weiter versucht, bis es gelingt. Lassen Sie PBX Orders bis dahin geöffnet.',
  said_appInternal:
    'In der App ist etwas schiefgegangen. Nichts Gespeichertes ist verloren. Versuchen Sie es erneut; geschieht es wieder, senden Sie die Protokolldatei an den Support.',
  said_appEngineEnded:
    'Der arbeitende Teil von PBX Orders wurde beendet, bevor er antworten konnte. Nichts wird ein zweites Mal gesendet: was gerade gesendet wurde, wird zuerst nachgesehen.',
  said_appCommand: 'Die Anfrage „{name}“ ist nicht verständlich.',
  said_appNoCommand: 'Es gibt keinen Befehl „{name}“.',
  said_appSender: 'Diese Anfrage kam nicht vom Fenster von PBX Orders und wurde abgelehnt.',
  said_appForm: 'Das Fenster hat in einer unbekannten Form angefragt. Nichts wurde getan.',
  said_appDropped:
    'Was abgelegt wurde, ist keine Datei auf diesem Rechner. Speichern Sie sie zuerst, und legen Sie sie dann ab.',
  said_appDataFolder:
    'PBX Orders kann seinen Datenordner nicht benutzen. Prüfen Sie, ob der Datenträger voll ist und Sie dort schreiben dürfen, und starten Sie neu.',
};
