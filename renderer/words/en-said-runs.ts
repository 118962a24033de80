/** Sentences of the engine about plans, runs and their orders; see `said.ts`. */
export const saidRunsEn = {
  saidJoined: (sentences: readonly string[]) => sentences.join(' '),
  /** The name of a file or the like. */
  saidQuoted: (name: string) => `"${name}"`,
  // Plans
  said_planNoRow:
    'Row {row} says it was created as {id}, but the account has no such PBX. It is skipped all the same; clear its status and cloudPbxId in the sheet if it is to be created.',
  said_planElsewhere:
    'Row {row} says it was created as {id}, but PBX {id} is at {found}, not at {url}. It is skipped; check the id.',
  said_planNotAsked: 'Whether the account has some of these PBXs already could not be asked.',
  said_planSecond: 'Row {row} {what}. At {other} it would be a second PBX.',
  said_whatMadeBefore: 'was created before as {url} (cloudPbxId {id})',
  said_whatSentBefore: 'was sent before as {url}, and whether it was created is not known (run {run})',
  said_planNoCapacity: 'What the account has left could not be asked, so it was not compared.',
  said_planLacking: '{label}: {needed} needed, {left} left.',
  said_planNoneFits: 'None of the orders fits.',
  said_planSomeFit: '{fit} of {all} would fit: {what}.',
  said_whatRows: 'rows {rows}',
  said_whatManyRows: 'rows {rows} and {count} more ranges',
  said_planHasId: 'The sheet already has its cloudPbxId {id}.',
  said_region: 'Region {id}',
  said_planMade: 'It was created before.',
  said_planFirst: 'There is no plan for this connection yet. Look at the plan first.',
  said_planCount: 'The plan creates {planned} PBXs, but {confirmed} were confirmed. Look at the plan again.',
  said_runRowEdited:
    'Row {row} is not as it was when this run was begun, and the run would send it as it was then. Look at the plan and create from there, or undo the change.',
  said_planChanged: 'The sheet was changed since the plan was made. Look at the plan again.',
  said_planAccount: '"{name}" is another account than when the plan was made. Look at the plan again.',
  said_planNoLists:
    'The regions, domains and firmwares of "{name}" were never fetched, so nothing can be created there yet. Sync the catalog first.',
  // Runs
  said_runBegun: 'Run {run} on "{connection}" has begun.',
  said_runPaused: 'Paused. The order being sent was answered; the next one waits.',
  said_runResumed: 'Going on.',
  said_runLeft: 'Ended; some orders are left.',
  said_runFinished: 'Finished.',
  said_runBusy: 'Another run is still being worked on. Wait until it ends, or stop it first.',
  said_runThisBusy: 'This run is still being worked on. Wait until it ends, or stop it first.',
  said_runSending: 'Run {run} is being sent already.',
  said_runIdle: 'This run is not being worked on now.',
  said_runUnknown: 'There is no run {run} in this data folder.',
  said_runArchived: 'What run {run} sent was moved into the archive {file}. Restore that archive first.',
  said_runNoRepairs: 'Run {run} has no rows to correct.',
  said_runSheetGone: 'Its sheet is no longer where it was, so invalid rows can’t be shown.',
  said_runFromLedger: '{more} So the result was made from the ledger alone, with every id: {file}.',
  said_runResult: 'The result file could not be written. {more}',
  said_runResultSafe:
    'The result file could not be written. {more} No id is lost: the ledger has them, and the result can be written at any time.',
  // Why a run stopped
  said_stopOperator: 'Stopped by the operator. The rest was not sent; continue whenever you like.',
  said_stopUnconfirmed:
    'The outcome of {count} orders in a row is unknown, so no more were sent. Reconcile them, then continue.',
  said_stopRejected: 'YCM rejected {count} orders in a row for the same reason, so no more were sent: {more}',
  said_stopDenied: 'YCM refused this account: {more} The rest was not sent.',
  said_stopUnreachable:
    'YCM could not be reached after {count} attempts: {more} The rest was not sent; continue later.',
  said_stopCanary: 'The trial with the first order did not succeed, so the rest was not sent: {more}',
  said_stopLimit: 'The limit of {count} {what} for a run was reached. The rest was not sent.',
  said_whatExtensions: 'extensions',
  said_whatPbxs: 'PBXs',
  said_stopAccount:
    'This run was begun with "{name}"; "{other}" is now another account, so nothing was sent. Set the connection back, or submit the sheet anew.',
  said_canaryNotCreated: 'row {row} was not created: {more}',
  said_canaryRow: 'row {row}: {more}',
  said_canaryDiffers: 'row {row} (PBX {id}): {differing}',
  said_canaryOne: '{label} is "{found}" instead of "{ordered}"',
  said_canaryAbsent: "PBX {id} can't be found.",
  // Why an order is as it is
  said_orderInFile: 'The sheet already had its cloudPbxId.',
  said_orderTwice: 'Another row of the sheet orders the same address.',
  said_orderInAccount: 'The account already has a PBX at this address.',
  said_orderNoDomain:
    "The domain's name is not known, so a PBX could not be found again by its address. Fetch the account's lists, then submit the sheet again.",
  said_orderUnreadable: 'This version of PBX Orders can no longer send this order. Submit its sheet again.',
  said_orderExpired: 'Its expiry date passed before it was sent. Submit its sheet again with another date.',
  said_orderReplaced: 'The sheet was submitted again with changes, so this order was not sent.',
  said_orderInterrupted: 'The run ended before the answer came.',
  said_orderAppEnded: 'PBX Orders ended before the answer came.',
  said_orderOlderLedger: 'The ledger is an older copy; this order may have been sent since.',
  said_orderMade: 'Created before, from {sheet} row {row}, on {time}.',
  said_orderHeld:
    'Waits for {sheet} row {row}, which orders the same address ({url}) and whose outcome is not known yet. Reconcile that one first.',
  said_orderWaited:
    'The order at this address that it waited for does not exist. Submit the sheet again to create it.',
  said_orderUnsettled:
    'This row was sent before as {url} (run {run}) and its outcome is not known. Reconcile that order first, then submit the sheet again.',
  said_orderTaken: '{more} The address belongs to {pbx}.',
  said_orderAdopted:
    'YCM said that it exists already: it is the PBX that the attempt of {time} created, and matches the order.',
  said_orderPerhaps:
    'YCM says the address is taken, by {pbx}. It matches an earlier attempt of this order that was not answered, but not the order as it is now. Compare them and decide.',
  said_orderPerhapsUnknown:
    'YCM says the address is taken, perhaps by an earlier attempt of this order that was not answered; it could not be looked up. Reconcile it. ({more})',
  said_orderTakenUnknown:
    'YCM says the address is taken; by whom could not be looked up. Reconcile it. ({more})',
  said_orderNothingShown:
    'YCM says the address is taken, by {pbx}, of which it shows too little to tell whether this order created it. Look at it in YCM and decide. ({more})',
  said_orderJustLike:
    'YCM says the address is taken, by {pbx}, which is just what was ordered: this very order may have created it, or somebody with the same sheet. Reconcile it. ({more})',
  said_orderOthersId:
    'YCM answered with PBX {id}, which is that of {sheet} row {row} ({url}). Reconcile this order to find its own.',
  said_orderAnswer: 'The answer could not be taken in: {more}',
  said_pbx: 'PBX {id}',
  said_pbxNamed: 'PBX {id} "{name}"',
  said_pbxMade: 'PBX {id} "{name}", created {time}',
  said_pbxMadeBy: 'PBX {id} "{name}", created {time} by {who}',
  // Clearing up
  said_clearFailed: 'It could not be looked up: {more}',
  said_clearOthers: '{pbx} is there, but it belongs to {sheet} row {row} ({url}). Compare them and decide.',
  said_clearDiffers: '{pbx} is there, and is not what was ordered. Compare them and decide.',
  said_clearRefused:
    '{pbx} is there and just what was ordered, but YCM refused each request for it that was answered. Adopt it if it is yours.',
  said_clearMatches: '{pbx} is there and matches the order.',
  said_clearSoon: 'It is not there yet, but was sent only a moment ago. Look again in {count} seconds.',
  said_clearAbsent: 'YCM has no PBX at this address, so the order can be sent again.',
  said_clearLeft: 'Left as it is; it will not be sent.',
  said_clearNoPbx: 'The account has no PBX with the id {id}. Check the number.',
  said_clearNoLook: 'PBX {id} could not be looked up, so nothing was changed: {more}',
  said_clearOtherUrl: '{pbx} is at {found}, and this order is for {url}.',
  said_clearTaken: 'PBX {id} belongs to {sheet} row {row} already ({url}).',
  said_clearAdopted: "{pbx} is now this order's, as {who} decided.",
  said_clearAgain: 'Will be sent again when the run goes on, as {who} decided.',
  said_clearAccount:
    'The run was sent with another account ("{name}" as it was then), so this one can\'t tell.',
  said_clearForeignFound: '{pbx} is there, so the order is done.',
  said_clearForeignOther: '{pbx} is at {url}, not PBX {id}.',
  said_clearForeignAbsent:
    'YCM has no PBX at this address, but this computer does not know the run that sent it. If that run is lost or will not go on, decide that it was not created.',
  said_clearForeignNone: 'YCM has no PBX at {url}, so none can be adopted.',
  said_clearForeignAgain: 'It is not there, and {who} decided that it may be sent: submit the result sheet.',
  said_rowMayBeSent:
    'It was looked up and does not exist, and a person decided that it may be sent. Submit this result sheet to create it.',
  said_clearNothing: 'Nothing to decide: {what}.',
  said_whatNoRow: 'there is no row {row}',
  said_whatRowWaits: 'row {row} is waiting for another order',
  said_whatRowIs: 'row {row} is {state}',
  said_clearRow: 'Row {row}: {more}',
  said_readBackSame: 'As ordered.',
  said_readBackDiffers: 'It is not as it was ordered.',
  said_readBackAbsent: 'The account has no PBX with this id any more.',
  said_comparedName: 'PBX name',
  said_comparedUrl: 'URL',
  said_comparedPlan: 'Plan',
  said_comparedType: 'Type',
  said_comparedExtensions: 'Extensions',
  said_comparedCalls: 'Concurrent calls',
  said_comparedRecording: 'Call recording',
  said_comparedMinutes: 'Recording minutes',
  said_comparedCreated: 'Created',
};
