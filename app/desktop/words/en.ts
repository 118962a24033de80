import type { Totals } from '../../engine/contract';

const orders = (count: number): string => (count === 1 ? '1 order' : `${count} orders`);

export const en = {
  // Menus
  file: 'File',
  edit: 'Edit',
  sheet: 'Sheet',
  view: 'View',
  go: 'Go',
  window: 'Window',
  help: 'Help',
  open: 'Open…',
  openRecent: 'Open Recent',
  noRecent: 'No Recent Sheets',
  openSample: 'Open a Sample Sheet',
  template: 'Save an Empty Order Form…',
  settings: 'Settings…',
  connections: 'Connections',
  quit: 'Quit',
  exit: 'Exit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  find: 'Find and Replace…',
  fillDown: 'Fill Down',
  nextProblem: 'Next Problem',
  previousProblem: 'Previous Problem',
  repairCell: 'Repair This Cell',
  problems: 'Problems Panel',
  showAll: 'Show All Rows',
  showInvalid: 'Show Invalid Rows',
  next: 'Next Step',
  back: 'Back',
  history: 'History',
  palette: 'All Commands…',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  actualSize: 'Actual Size',
  fullScreen: 'Full Screen',
  theme: 'Appearance',
  themeSystem: 'As the System',
  themeLight: 'Light',
  themeDark: 'Dark',
  keyboardHelp: 'Keyboard Help',
  dataFolder: 'Show Data Folder',
  about: (name: string) => `About ${name}`,
  // Dialogs
  orderSheets: 'Order sheets',
  allFiles: 'All files',
  openTitle: 'Open an order sheet',
  resultsFolderTitle: 'Choose the folder for result files',
  templateTitle: 'Save an empty order form',
  templateName: 'order-form',
  reportTitle: 'Save the report',
  reportName: (sheet: string) => `${sheet} report`,
  repairsTitle: 'Save the rows to correct',
  repairsName: (sheet: string) => `${sheet} to correct`,
  auditTitle: 'Save the audit trail',
  auditName: 'audit-trail',
  saveMappingsTitle: 'Save the column mappings',
  loadMappingsTitle: 'Add column mappings from a file',
  mappingsName: 'column-mappings',
  // A run under way
  runEnded: (sheet: string) => `${sheet}: done`,
  runStopped: (sheet: string) => `${sheet}: stopped`,
  runTotals: ({ created, rejected, unconfirmed, notSent }: Totals) =>
    [
      `${created} created`,
      rejected > 0 ? `${rejected} rejected` : '',
      unconfirmed > 0 ? `${unconfirmed} unconfirmed` : '',
      notSent > 0 ? `${notSent} not sent` : '',
    ]
      .filter(Boolean)
      .join(', '),
  closingTitle: 'Orders are being sent',
  closing: (sheet: string, left: number) => `${sheet} is still being worked on: ${orders(left)} to go.`,
  closingDetail:
    'Whatever you choose, no order is sent twice: what is left can be sent later from History. In the background, PBX Orders goes on without its window, tells you at the end, and then ends itself.',
  closingPaused: (sheet: string, left: number) => `${sheet} is paused: ${orders(left)} to go.`,
  closingPausedDetail: 'What is left can be sent later from History. No order is sent twice.',
  closingBackground: 'Continue in the Background',
  closingStop: 'Stop After This Order and Close',
  closingClose: 'Close',
  closingCancel: 'Cancel',
  // Trouble
  crashed: 'A part of PBX Orders stopped and was started again',
  crashedDetail:
    'Corrections you made are saved. If orders were being sent, the run is under “Runs to finish”: what had no answer yet is looked up first, and nothing is sent twice.',
  crashedForGood: 'PBX Orders stops here',
  crashedForGoodDetail:
    'The part that does the work stopped several times. Nothing that was saved is lost. Start the app again; if it stops again, send the log in the data folder to support.',
  trouble: 'Something unexpected happened',
  troubleDetail:
    'Nothing that was saved is lost. Try again; if it happens again, send the log in the data folder to support.',
  noResult: 'This run has no result file yet. Make it again on the run’s page.',
  cantOpen: (name: string) => `${name} can’t be opened. It may have been moved, or no program here opens it.`,
  cantSave: (name: string) =>
    `${name} can’t be saved there. See that the folder is there, that you may write in it, and that the file is not open in another program.`,
  ok: 'OK',
};

export type ShellWords = typeof en;
