/** Sentences of the engine about connections, the account and the ledger; see `said.ts`. */
export const saidAccountEn = {
  // Asking YCM
  said_ycmOffline: "{host} can't be reached: this computer is offline.",
  said_ycmNoName: "{host} can't be reached: its name is not known here. Check the base URL and the network.",
  said_ycmNobody: "{host} can't be reached: nothing answers there. Check the base URL.",
  said_ycmCertificate: "{host} can't be reached: its certificate is not trusted ({code}).",
  said_ycmUnreachableCode: "{host} can't be reached ({code}). Check the network.",
  said_ycmUnreachable: "{host} can't be reached. Check the network.",
  said_ycmTimeout: '{host} did not answer in time.',
  said_ycmStopped: 'The request to {host} was stopped before an answer came.',
  said_ycmBroke: 'The connection to {host} broke before a whole answer came.',
  said_ycmBrokeCode: 'The connection to {host} broke before a whole answer came ({code}).',
  said_ycmRedirect: '{host} sent the request elsewhere, which is never followed. Check the base URL.',
  said_ycmRedirectCode:
    '{host} sent the request elsewhere ({code}), which is never followed. Check the base URL.',
  said_ycmUnreadable: '{host} answered with something that is not a YCM answer. Check the base URL.',
  said_ycmUnreadableCode:
    '{host} answered with something that is not a YCM answer ({code}). Check the base URL.',
  said_ycmCredentials:
    "{host} does not accept this client ID and client secret{saying}. They are on YCM's API page; a regenerated secret replaces the old one.",
  said_ycmToken: '{host} accepts neither the access token nor a new one{saying}. Check the client secret.',
  said_ycmDenied: 'This client may not do that on {host}{saying}. Its permissions are set in YCM.',
  said_ycmRate: '{host} asks for fewer requests{saying}. Try again {what}.',
  said_whatSoon: 'in a little while',
  said_whatSeconds: 'in {count} seconds',
  said_ycmRefused: '{host} refused{saying}.',
  said_ycmServer: '{host} had an error of its own{saying}.',
  said_ycmNoId: '{host} says that it created the PBX, but gives no cloudPbxId.',
  said_ycmBadId: '{host} answered with a cloudPbxId that is none.',
  said_ycmAnother: '{host} answered with another PBX.',
  said_ycmError: 'YCM error {code}',
  said_ycmNoToken: 'The order was not sent: getting an access token failed.',
  said_ycmStoppedBefore: 'The order was not sent: it was stopped before that.',
  said_ycmNotAnId: '"{id}" is not a cloudPbxId.',
  // Connections
  said_connectionUrlNone: 'Enter the base URL, for example {example}.',
  said_connectionUrlBad: 'That is not a web address. It looks like {example}.',
  said_connectionUrlUser: 'The base URL must not hold a user name or a password.',
  said_connectionUrlQuery: 'The base URL must not have anything after ? or #.',
  said_connectionUrlHttps:
    'The base URL must begin with https://, so that the client secret travels encrypted.',
  said_connectionName: '"{name}" can\'t be the name of a connection. Choose another.',
  said_connectionClient: 'Enter the client ID. It is on the API page of YCM.',
  said_connectionSecretAgain: 'The address changed: enter the client secret again.',
  said_connectionSandbox: 'The sandbox is always there.',
  said_connectionUnknown: 'There is no connection named "{name}". Known: {names}.',
  said_connectionNoSecret:
    'The connection "{name}" has no client secret. Enter it under Connections, or set PBX_ORDERS_CLIENT_SECRET for the command.',
  said_connectionWorks:
    'It works. The account has {extensions} extensions and {calls} concurrent calls left.',
  said_connectionSignedIn: 'Signing in works. What the account has left could not be asked ({more}).',
  said_connectionSignedInOnly: 'Signing in works. What the account has left could not be asked.',
  // The ledger
  said_ledgerLocked:
    'Another PBX Orders is working with the ledger in {file}. Only one may create PBXs at a time; close it or wait until it ends. Past runs can still be read.',
  said_ledgerDamaged: 'The ledger {file} is damaged.',
  said_ledgerAside: 'It was set aside as {file} and nothing was sent.',
  said_ledgerMissing:
    'The ledger {file} is gone, though PBXs were ordered with it, and nothing was sent. Put it back if you moved it.',
  said_ledgerBackup:
    'The newest good backup is {file}: copy it to {place} to go on. Without it the next start begins a new ledger.',
  said_ledgerNoBackup:
    'There is no backup: the next start begins a new ledger. Compare your sheets with the account first, for PBXs made earlier are not known there.',
  said_ledgerFull:
    'The disk with {file} is full, so nothing more can be recorded and nothing more is sent. Free some space, then continue the run.',
  said_ledgerReadOnly:
    "The ledger in {file} can't be written (read-only folder or missing permission), so nothing is sent.",
  said_ledgerNewer:
    'The ledger in {file} was written by a newer version of PBX Orders. Install that version or a later one.',
  said_ledgerRemoved:
    'The ledger {file} was removed, replaced or cut short while it was in use, so nothing more is sent. Restart PBX Orders.',
  said_ledgerRemovedSaved:
    'The ledger {file} was removed, replaced or cut short while it was in use, so nothing more is sent. What it held was saved as {other}. Restart PBX Orders.',
  said_ledgerNotSaved:
    "{file} could not be written: the disk is full, the folder can't be written to, or the file is open in another program. Choose another place.",
  said_ledgerThere: '{file} is there already and is not written over. Choose another name.',
  said_ledgerReading: 'The ledger was opened for reading only.',
  said_ledgerNoOrder: 'Run {run} row {row} is not in the ledger.',
  said_ledgerNoRun: 'Run {run} is not in the ledger.',
  said_ledgerFailed: 'The ledger in {file} could not be read or written.',
  said_ledgerKept: 'The last answer is kept and is read back at the next start.',
  said_ledgerNote: 'Row {row} ({url}) was created as PBX {id}: note it down.',
  said_ledgerDailyBackup: 'The daily backup of the ledger could not be written. Is the disk full?',
  said_ledgerStray:
    'YCM created PBX {id} for run {run} row {row}, which this ledger does not have: note it down. It is kept in the audit trail.',
  said_settingsAside:
    'The settings could not be read and were set aside as {file}. Connections are gone, and no limit on what a run may create is set: look at both before you create PBXs.',
  said_ledgerReadBack: 'Answers that could not be recorded earlier and were read back: {count}.',
  said_ledgerInterrupted: 'Orders that were being sent when PBX Orders last ended: {count}. Reconcile them.',
  said_ledgerBegun:
    'A new ledger was begun because the earlier one was lost. PBXs created before are not known here: compare your sheets with the account before creating PBXs.',
  said_ledgerOlder:
    'The ledger is older than the one used last. PBXs created in between are not known here: compare your sheets with the account before creating PBXs.',
  said_ledgerDoubted: '{count} orders that may have been sent since are unconfirmed; reconcile them.',
  // The audit trail
  said_auditOne: 'The one event is as it was written.',
  said_auditAll: 'All {count} events are as they were written.',
  said_auditNot: 'The trail is not as it was written.',
  said_auditMore: 'And {count} more.',
  said_auditOneOf: 'One of the events {from} to {to} was changed.',
  said_auditChanged: 'Event {seq} was changed, or event {before} was and its own hash made anew.',
  said_auditMissingMany: 'The events {from} to {to} are missing.',
  said_auditMissing: 'Event {seq} is missing.',
  said_auditOrder: 'Event {seq} is out of order.',
  said_auditRepeated: 'Event {seq} is there more than once: one was inserted.',
  said_auditCut: 'The trail is cut off: event {seq} is known from {what} but is not there.',
  said_auditRewritten: 'The trail was rewritten: event {seq} is not the one known from {what}.',
  said_auditRecord: 'Run {run}: {what} is not what event {seq} recorded.',
  said_auditRecordRow: 'Run {run} row {row}: {what} is not what event {seq} recorded.',
  said_auditRun: 'the run',
  said_auditWho: 'who began it',
  said_auditWhen: 'when it began',
  said_auditBefore: 'the state before',
  said_auditOrdered: 'what was ordered',
  said_auditUrl: 'the name or URL',
  said_auditCorrections: 'the corrections',
  said_auditState: 'the state',
  said_auditId: 'the cloudPbxId',
  said_auditAttempts: 'the number of attempts',
  said_auditSent: 'when attempt {attempt} was sent',
  said_auditAnswer: 'the answer to attempt {attempt}',
  said_auditDecisions: 'the number of decisions',
  said_auditDecision: 'the decision',
  said_auditNoteBeside: 'the note beside the ledger',
  said_auditBackup: 'the backup {file}',
};
