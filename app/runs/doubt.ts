import type { CheckedRow, Problem } from '../orders';

/**
 * The error that says that a row may have been created already, by what the ledger or the sheet itself knows. Whatever
 * else is wrong with the row, it stays unconfirmed in every sheet and run it comes into, until that is settled.
 */
export function doubtOf({ state, problems }: CheckedRow): Problem | null {
  return state === 'invalid' ? (problems.find(saysDoubt) ?? null) : null;
}

function saysDoubt({ code, field }: Problem): boolean {
  if (code === 'already-unconfirmed' || code === 'unconfirmed-earlier') return true;
  // Of no field: the sheet's own cloudPbxId can't be read any more.
  return code === 'digits-lost' && field === null;
}
