import type { Totals } from '../../engine/contract';
import type { ShellWords } from './en';

const orders = (count: number): string => (count === 1 ? '1 Bestellung' : `${count} Bestellungen`);

export const de: ShellWords = {
  // Menus
  file: 'Datei',
  edit: 'Bearbeiten',
  sheet: 'Tabelle',
  view: 'Ansicht',
  go: 'Gehe zu',
  window: 'Fenster',
  help: 'Hilfe',
  open: 'Öffnen…',
  openRecent: 'Zuletzt geöffnet',
  noRecent: 'Noch keine Tabellen',
  openSample: 'Beispieltabelle öffnen',
  template: 'Leeres Bestellformular speichern…',
  settings: 'Einstellungen…',
  connections: 'Verbindungen',
  quit: 'Beenden',
  exit: 'Beenden',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  selectAll: 'Alles auswählen',
  find: 'Suchen und Ersetzen…',
  fillDown: 'Nach unten ausfüllen',
  nextProblem: 'Nächstes Problem',
  previousProblem: 'Vorheriges Problem',
  repairCell: 'Diese Zelle reparieren',
  problems: 'Problemliste',
  showAll: 'Alle Zeilen zeigen',
  showInvalid: 'Ungültige Zeilen zeigen',
  next: 'Nächster Schritt',
  back: 'Zurück',
  history: 'Verlauf',
  palette: 'Alle Befehle…',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  actualSize: 'Originalgröße',
  fullScreen: 'Vollbild',
  theme: 'Darstellung',
  themeSystem: 'Wie das System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  keyboardHelp: 'Tastaturhilfe',
  dataFolder: 'Datenordner zeigen',
  about: (name: string) => `Über ${name}`,
  // Dialogs
  orderSheets: 'Bestelltabellen',
  allFiles: 'Alle Dateien',
  openTitle: 'Bestelltabelle öffnen',
  resultsFolderTitle: 'Ordner für Ergebnisdateien wählen',
  templateTitle: 'Leeres Bestellformular speichern',
  templateName: 'Bestellformular',
  reportTitle: 'Bericht speichern',
  reportName: (sheet: string) => `${sheet} Bericht`,
  repairsTitle: 'Zu korrigierende Zeilen speichern',
  repairsName: (sheet: string) => `${sheet} zu korrigieren`,
  auditTitle: 'Prüfprotokoll speichern',
  auditName: 'Prüfprotokoll',
  saveMappingsTitle: 'Spaltenzuordnungen speichern',
  loadMappingsTitle: 'Spaltenzuordnungen aus einer Datei hinzufügen',
  mappingsName: 'Spaltenzuordnungen',
  // A run under way
  runEnded: (sheet: string) => `${sheet}: fertig`,
  runStopped: (sheet: string) => `${sheet}: angehalten`,
  runTotals: ({ created, rejected, unconfirmed, notSent }: Totals) =>
    [
      `${created} angelegt`,
      rejected > 0 ? `${rejected} abgelehnt` : '',
      unconfirmed > 0 ? `${unconfirmed} unbestätigt` : '',
      notSent > 0 ? `${notSent} nicht gesendet` : '',
    ]
      .filter(Boolean)
      .join(', '),
  closingTitle: 'Bestellungen werden gesendet',
  closing: (sheet: string, left: number) => `${sheet} ist noch in Arbeit: ${orders(left)} offen.`,
  closingDetail:
    'Was Sie auch wählen, keine Bestellung wird zweimal gesendet: Der Rest kann später aus dem Verlauf gesendet werden. Im Hintergrund arbeitet PBX Orders ohne Fenster weiter, meldet sich am Ende und beendet sich dann selbst.',
  closingPaused: (sheet: string, left: number) => `${sheet} ist unterbrochen: ${orders(left)} offen.`,
  closingPausedDetail:
    'Der Rest kann später aus dem Verlauf gesendet werden. Keine Bestellung wird zweimal gesendet.',
  closingBackground: 'Im Hintergrund fortsetzen',
  closingStop: 'Nach dieser Bestellung anhalten und schließen',
  closingClose: 'Schließen',
  closingCancel: 'Abbrechen',
  // Trouble
  crashed: 'Ein Teil von PBX Orders wurde beendet und neu gestartet',
  crashedDetail:
    'Ihre Korrekturen sind gespeichert. Falls gerade Bestellungen gesendet wurden, steht der Lauf unter „Unvollendet“: Was noch keine Antwort hatte, wird zuerst nachgesehen, und nichts wird zweimal gesendet.',
  crashedForGood: 'PBX Orders wird hier beendet',
  crashedForGoodDetail:
    'Der Teil, der die Arbeit tut, wurde mehrmals beendet. Nichts Gespeichertes ist verloren. Starten Sie die App neu; geschieht es wieder, senden Sie das Protokoll im Datenordner an den Support.',
  trouble: 'Etwas Unerwartetes ist geschehen',
  troubleDetail:
    'Nichts Gespeichertes ist verloren. Versuchen Sie es noch einmal; geschieht es wieder, senden Sie das Protokoll im Datenordner an den Support.',
  noResult: 'Dieser Lauf hat noch keine Ergebnisdatei. Erstellen Sie sie auf der Seite des Laufs neu.',
  cantOpen: (name: string) =>
    `${name} lässt sich nicht öffnen. Vielleicht wurde die Datei verschoben, oder es gibt kein Programm dafür.`,
  cantSave: (name: string) =>
    `${name} lässt sich dort nicht speichern. Prüfen Sie, ob der Ordner da ist, ob Sie darin schreiben dürfen und ob die Datei nicht in einem anderen Programm geöffnet ist.`,
  ok: 'OK',
};
