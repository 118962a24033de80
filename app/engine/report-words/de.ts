import type { ReportWords } from './en';

const n = (value: number): string => value.toLocaleString('de');
const of = (count: number, one: string, many: string): string => `${n(count)} ${count === 1 ? one : many}`;

export const de: ReportWords = {
  tag: 'de',
  title: (sheet, created, rows) => `${sheet}: ${n(created)} von ${n(rows)} angelegt`,
  lead: (connection) => `Cloud-PBX, bestellt über ${connection}`,
  production: 'Produktion',
  sandbox: 'Sandbox',
  rows: 'Zeilen',
  created: 'Angelegt',
  rejected: 'Abgelehnt',
  skipped: 'Übersprungen',
  unconfirmed: 'Unbestätigt',
  notSent: 'Nicht gesendet',
  invalid: 'Ungültig',
  sending: 'Wird gesendet',
  stopped: 'Der Lauf wurde beendet:',
  bought: 'Was gekauft wurde',
  sums: (pbxs, extensions, calls, minutes) =>
    `${n(pbxs)} PBX mit ${of(extensions, 'Nebenstelle', 'Nebenstellen')}, ${of(calls, 'gleichzeitigen Gespräch', 'gleichzeitigen Gesprächen')} und ${of(minutes, 'Aufzeichnungsminute', 'Aufzeichnungsminuten')} über die 500 freien je PBX hinaus.`,
  byPlan: 'Nach Tarif',
  byRegion: 'Nach Region',
  pbxs: 'PBX',
  extensions: 'Nebenstellen',
  row: 'Zeile',
  name: 'Name',
  address: 'Adresse',
  state: 'Status',
  why: 'Grund',
  others: 'Nicht angelegt, und warum',
  origin: 'Woher es stammt',
  nothingSent: 'nichts wurde gesendet',
  run: 'Lauf',
  sheet: 'Tabelle',
  corrected: 'Korrigierte Zellen',
  operator: 'Bearbeiter',
  submitted: 'Begonnen',
  firstAnswer: 'Erste Antwort',
  lastAnswer: 'Letzte Antwort',
  footer:
    'Erstellt von PBX Orders aus seinem Auftragsbuch. Angelegt + abgelehnt + übersprungen + unbestätigt + nicht gesendet + ungültig = Zeilen.',
};
