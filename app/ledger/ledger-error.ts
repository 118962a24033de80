export type LedgerErrorCode =
  | 'locked'
  | 'damaged'
  | 'missing'
  | 'disk-full'
  | 'not-writable'
  | 'newer-version'
  | 'removed'
  | 'read-only'
  | 'not-saved'
  | 'already-there'
  | 'bad-archive'
  | 'not-its-archive'
  | 'illegal-transition'
  | 'no-such-order'
  | 'failed';

export type LedgerFacts = {
  path?: string;
  /** Where a damaged file was moved. */
  setAside?: string;
  /** The newest good backup. */
  backup?: string;
  batchId?: string;
  row?: number;
  from?: string;
  to?: string;
  found?: string;
  /** What a change of state needs and was not given. */
  lacking?: string;
  /** True: an answer that could not be stored in the ledger is safe in the reserve file. */
  answerKept?: boolean;
};

/** The ledger could not do what was asked; `code` says why. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;
  readonly facts: LedgerFacts;

  constructor(code: LedgerErrorCode, facts: LedgerFacts = {}, cause?: unknown) {
    super(`${code}: ${wordsFor(code, facts)}`, cause === undefined ? undefined : { cause });
    this.name = 'LedgerError';
    this.code = code;
    this.facts = facts;
  }
}

/** What went wrong with the ledger and what to do, for people. */
export function ledgerErrorMessage(error: LedgerError): string {
  const kept = error.facts.answerKept ? ' The last answer is kept and is read back at the next start.' : '';
  return wordsFor(error.code, error.facts) + kept;
}

function wordsFor(code: LedgerErrorCode, facts: LedgerFacts): string {
  const where = facts.path ?? 'the data folder';
  switch (code) {
    case 'locked':
      return `Another PBX Orders is working with the ledger in ${where}. Only one may create PBXs at a time; close it or wait until it ends. Past runs can still be read.`;
    case 'damaged':
      return `The ledger ${where} is damaged. ${
        facts.setAside ? `It was set aside as ${facts.setAside} and nothing was sent. ${wayOn(facts)}` : ''
      }`.trimEnd();
    case 'missing':
      return `The ledger ${where} is gone, though PBXs were ordered with it, and nothing was sent. Put it back if you moved it. ${wayOn(facts)}`;
    case 'disk-full':
      return `The disk with ${where} is full, so nothing more can be recorded and nothing more is sent. Free some space, then continue the run.`;
    case 'not-writable':
      return `The ledger in ${where} can't be written (read-only folder or missing permission), so nothing is sent.`;
    case 'newer-version':
      return `The ledger in ${where} was written by a newer version of PBX Orders. Install that version or a later one.`;
    case 'removed':
      return `The ledger ${where} was removed, replaced or cut short while it was in use, so nothing more is sent.${
        facts.setAside ? ` What it held was saved as ${facts.setAside}.` : ''
      } Restart PBX Orders.`;
    case 'not-saved':
      return `${where} could not be written: the disk is full, the folder can't be written to, or the file is open in another program. Choose another place.`;
    case 'already-there':
      return `${where} is there already and is not written over. Choose another name.`;
    case 'bad-archive':
      return `The archive ${where} is damaged or not what the ledger recorded, so the ledger was left as it is. Choose another place and archive again.`;
    case 'not-its-archive':
      return `${where} is not an archive of runs of this ledger that are still archived, or it was changed since it was made.`;
    case 'read-only':
      return 'The ledger was opened for reading only.';
    case 'illegal-transition':
      return `Row ${facts.row ?? '?'} can't go from ${facts.from ?? '?'} to ${facts.to ?? '?'}${
        facts.found ? ` (it is ${facts.found})` : facts.lacking ? ` without ${facts.lacking}` : ''
      }.`;
    case 'no-such-order':
      return `Run ${facts.batchId ?? '?'}${facts.row === undefined ? '' : ` row ${facts.row}`} is not in the ledger.`;
    case 'failed':
      return `The ledger in ${where} could not be read or written.`;
  }
}

/** How to go on after the ledger was lost. */
function wayOn({ path, backup }: LedgerFacts): string {
  return backup
    ? `The newest good backup is ${backup}: copy it to ${path ?? 'the data folder'} to go on. Without it the next start begins a new ledger.`
    : 'There is no backup: the next start begins a new ledger. Compare your sheets with the account first, for PBXs made earlier are not known there.';
}
