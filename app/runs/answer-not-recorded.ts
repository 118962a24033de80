import { ledgerErrorMessage, type LedgerError } from '../ledger';

type Facts = { row: number; url: string; cloudPbxId: string | null };

/** An order was answered and the ledger did not take the answer. Where it went, `cause.facts` says. */
export class AnswerNotRecorded extends Error {
  override readonly cause: LedgerError;
  readonly facts: Facts;

  constructor(cause: LedgerError, facts: Facts) {
    super(`row ${facts.row}: ${cause.message}`);
    this.name = 'AnswerNotRecorded';
    this.cause = cause;
    this.facts = facts;
  }
}

/** What happened and, because it is known nowhere else for certain, the id. */
export function answerNotRecordedMessage({ cause, facts }: AnswerNotRecorded): string {
  const { row, url, cloudPbxId } = facts;
  const made =
    cloudPbxId === null ? '' : ` Row ${row} (${url}) was created as PBX ${cloudPbxId}: note it down.`;
  return ledgerErrorMessage(cause) + made;
}
