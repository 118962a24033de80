import type { ReportWords } from './en';

const n = (value: number): string => value.toLocaleString('es');
const of = (count: number, one: string, many: string): string => `${n(count)} ${count === 1 ? one : many}`;

export const es: ReportWords = {
  tag: 'es',
  title: (sheet, created, rows) => `${sheet}: ${n(created)} de ${n(rows)} creados`,
  lead: (connection) => `PBX en la nube pedidos en ${connection}`,
  production: 'Producción',
  sandbox: 'Pruebas',
  rows: 'Filas',
  created: 'Creados',
  rejected: 'Rechazados',
  skipped: 'Omitidos',
  unconfirmed: 'Sin confirmar',
  notSent: 'Sin enviar',
  invalid: 'No válidos',
  sending: 'Enviándose',
  stopped: 'El proceso se detuvo:',
  bought: 'Lo que se compró',
  sums: (pbxs, extensions, calls, minutes) =>
    `${n(pbxs)} PBX con ${of(extensions, 'extensión', 'extensiones')}, ${of(calls, 'llamada simultánea', 'llamadas simultáneas')} y ${of(minutes, 'minuto de grabación', 'minutos de grabación')} además de los 500 gratuitos de cada PBX.`,
  byPlan: 'Por plan',
  byRegion: 'Por región',
  pbxs: 'PBX',
  extensions: 'Extensiones',
  row: 'Fila',
  name: 'Nombre',
  address: 'Dirección',
  state: 'Estado',
  why: 'Motivo',
  others: 'No creados, y por qué',
  origin: 'De dónde procede',
  nothingSent: 'no se envió nada',
  run: 'Proceso',
  sheet: 'Hoja',
  corrected: 'Celdas corregidas',
  operator: 'Operador',
  submitted: 'Enviado',
  firstAnswer: 'Primera respuesta',
  lastAnswer: 'Última respuesta',
  footer:
    'Hecho por PBX Orders a partir de su libro de registro. Creados + rechazados + omitidos + sin confirmar + sin enviar + no válidos = filas.',
};
