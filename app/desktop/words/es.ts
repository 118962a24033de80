import type { Totals } from '../../engine/contract';
import type { ShellWords } from './en';

const orders = (count: number): string => (count === 1 ? '1 pedido' : `${count} pedidos`);

export const es: ShellWords = {
  // Menus
  file: 'Archivo',
  edit: 'Edición',
  sheet: 'Hoja',
  view: 'Ver',
  go: 'Ir',
  window: 'Ventana',
  help: 'Ayuda',
  open: 'Abrir…',
  openRecent: 'Abrir recientes',
  noRecent: 'No hay hojas recientes',
  openSample: 'Abrir una hoja de ejemplo',
  template: 'Guardar un formulario vacío…',
  settings: 'Ajustes…',
  connections: 'Conexiones',
  quit: 'Salir',
  exit: 'Salir',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  find: 'Buscar y reemplazar…',
  fillDown: 'Rellenar hacia abajo',
  nextProblem: 'Problema siguiente',
  previousProblem: 'Problema anterior',
  repairCell: 'Reparar esta celda',
  problems: 'Panel de problemas',
  showAll: 'Mostrar todas las filas',
  showInvalid: 'Mostrar las filas no válidas',
  next: 'Paso siguiente',
  back: 'Atrás',
  history: 'Historial',
  palette: 'Todos los comandos…',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  actualSize: 'Tamaño real',
  fullScreen: 'Pantalla completa',
  theme: 'Aspecto',
  themeSystem: 'Como el sistema',
  themeLight: 'Claro',
  themeDark: 'Oscuro',
  keyboardHelp: 'Ayuda del teclado',
  dataFolder: 'Mostrar la carpeta de datos',
  about: (name: string) => `Acerca de ${name}`,
  // Dialogs
  orderSheets: 'Hojas de pedidos',
  allFiles: 'Todos los archivos',
  openTitle: 'Abrir una hoja de pedidos',
  resultsFolderTitle: 'Elegir la carpeta de los resultados',
  templateTitle: 'Guardar un formulario vacío',
  templateName: 'formulario-de-pedidos',
  reportTitle: 'Guardar el informe',
  reportName: (sheet: string) => `${sheet} informe`,
  repairsTitle: 'Guardar las filas por corregir',
  repairsName: (sheet: string) => `${sheet} por corregir`,
  auditTitle: 'Guardar el registro de auditoría',
  auditName: 'registro-de-auditoría',
  saveMappingsTitle: 'Guardar las asignaciones de columnas',
  loadMappingsTitle: 'Añadir asignaciones de columnas de un archivo',
  mappingsName: 'asignaciones-de-columnas',
  // A run under way
  runEnded: (sheet: string) => `${sheet}: terminado`,
  runStopped: (sheet: string) => `${sheet}: detenido`,
  runTotals: ({ created, rejected, unconfirmed, notSent }: Totals) =>
    [
      `${created} creados`,
      rejected > 0 ? `${rejected} rechazados` : '',
      unconfirmed > 0 ? `${unconfirmed} sin confirmar` : '',
      notSent > 0 ? `${notSent} sin enviar` : '',
    ]
      .filter(Boolean)
      .join(', '),
  closingTitle: 'Se están enviando pedidos',
  closing: (sheet: string, left: number) => `${sheet} sigue en curso: faltan ${orders(left)}.`,
  closingDetail:
    'Elija lo que elija, ningún pedido se envía dos veces: lo que falte puede enviarse más tarde desde el historial. En segundo plano, PBX Orders sigue sin ventana, avisa al terminar y luego se cierra solo.',
  closingPaused: (sheet: string, left: number) => `${sheet} está en pausa: faltan ${orders(left)}.`,
  closingPausedDetail:
    'Lo que falte puede enviarse más tarde desde el historial. Ningún pedido se envía dos veces.',
  closingBackground: 'Continuar en segundo plano',
  closingStop: 'Detener tras este pedido y cerrar',
  closingClose: 'Cerrar',
  closingCancel: 'Cancelar',
  // Trouble
  crashed: 'Una parte de PBX Orders se detuvo y se ha vuelto a iniciar',
  crashedDetail:
    'Sus correcciones están guardadas. Si se estaban enviando pedidos, el lote está en «Sin terminar»: lo que aún no tenía respuesta se consulta primero, y nada se envía dos veces.',
  crashedForGood: 'PBX Orders se detiene aquí',
  crashedForGoodDetail:
    'La parte que hace el trabajo se detuvo varias veces. No se ha perdido nada de lo guardado. Vuelva a iniciar la aplicación; si se repite, envíe al soporte el registro de la carpeta de datos.',
  trouble: 'Ha ocurrido algo inesperado',
  troubleDetail:
    'No se ha perdido nada de lo guardado. Inténtelo de nuevo; si se repite, envíe al soporte el registro de la carpeta de datos.',
  noResult: 'Este lote aún no tiene archivo de resultados. Créelo de nuevo en la página del lote.',
  cantOpen: (name: string) =>
    `No se puede abrir ${name}. Quizá se haya movido, o no haya ningún programa para abrirlo.`,
  cantSave: (name: string) =>
    `No se puede guardar ${name} ahí. Compruebe que la carpeta existe, que puede escribir en ella y que el archivo no está abierto en otro programa.`,
  ok: 'Aceptar',
};
