import type { Level } from './problems';

type Entry = { level: Level; title: string; message: string; help: string };
const error = (title: string, message: string, help: string): Entry => ({ level: 'error', title, message, help });
const warning = (title: string, message: string, help: string): Entry => ({ level: 'warning', title, message, help });
const note = (title: string, message: string, help: string): Entry => ({ level: 'note', title, message, help });

/** Every problem there is: a stable code, and the words for it. `{field}` is the field's label, `{value}` the cell's text. */
export const PROBLEMS = {
  required: error('Missing value', '{field} is missing. Fill it in.', 'The field is required by Create a Cloud PBX.'),
  'missing-column': error(
    'Missing column',
    'No column holds {field}, which every order needs. Say which column it is, or give one value for all rows.',
    'Match the column, or set a constant.',
  ),
  'two-columns': warning(
    'Two columns for one field',
    'The columns {first} and {second} both look like {field}. {first} is used; choose the other if that is wrong.',
    'Choose which of the columns holds the field.',
  ),
  'two-values': error(
    'Two columns disagree',
    '{first} says "{value}" and {second} says "{other}". Type the right one, or say which column holds {field}.',
    'Both columns look like the field equally; which was meant can’t be known.',
  ),
  'no-orders': error(
    'No orders found',
    'No row of orders was found in "{sheet}". Choose another sheet, or check that it has a row of headings.',
    'The sheet needs a row of headings with at least a few known fields, and rows under it.',
  ),
  'unknown-headings': error(
    'Unknown headings',
    'None of the headings in row {row} is known. Say which column holds which field.',
    'Match the columns once; the sheet’s headings are remembered.',
  ),
  sideways: error(
    'Headings below one another',
    'The headings of "{sheet}" stand below one another in column {columns}, but each order needs a row of its own. Copy the cells in the spreadsheet program, paste them with Transpose, and open that.',
    'Orders are read one a row, under one row of headings.',
  ),
  'one-column': error(
    'Columns not told apart',
    'Every row of "{sheet}" is a single cell. Say which character separates the columns of a text file; in a spreadsheet program, use Text to Columns.',
    'Commas, semicolons, tabs and | are found by themselves.',
  ),
  'other-sheets': warning(
    'Orders in other sheets',
    'Only the sheet "{sheet}" is read. There seem to be orders in {others} too: choose those sheets one after another.',
    'One sheet of a workbook is one batch.',
  ),
  'hidden-rows': warning(
    'Hidden rows',
    'Hidden in the spreadsheet: {count} of the order rows. They are read like the others.',
    'Show or delete them in the spreadsheet if they are not meant.',
  ),
  'hidden-columns': note(
    'Hidden columns',
    'These columns are hidden in the spreadsheet and read like the others: {columns}.',
    'Show the columns in the spreadsheet, or match them to no field if they are not meant.',
  ),
  'struck-through': warning(
    'Struck through',
    'This row is struck through in the spreadsheet, as if it were cancelled. Take it out of the sheet if it is not to be ordered.',
    'It is read like the others.',
  ),
  'says-otherwise': warning(
    'The sheet says otherwise',
    '{column} says "{value}" for this order. Take the row out of the sheet if it is not to be ordered.',
    'A status column that is none of the app’s own says the order is done, cancelled or waiting.',
  ),
  'more-than-one': warning('More than one', '{column} says "{value}", but a row makes one PBX. Add a row for each further one.', 'Each PBX needs an address of its own.'),
  'term-unused': warning('Term not used', '{column} says "{value}", but there is no expiry date, so the PBX would not end. Give the date if it is to.', 'Where a term begins is not known, so no date is made of it.'),
  'merged-cells': warning(
    'Merged cells',
    'Cells that are merged over several rows give each of those orders the same value: {cells}. Check that it is meant for each of them.',
    'A customer beside three orders is the customer of each; a number may have been meant for all three together.',
  ),
  'error-cell': error(
    'Error in the cell',
    'The cell holds the error {value}. Correct the formula in the spreadsheet, or type the value here.',
    'A formula failed in the spreadsheet.',
  ),
  uncalculated: error(
    'Formula without a result',
    'The cell has a formula whose result is not stored in the file. Open and save it in a spreadsheet program, or type the value here.',
    'Programs that write workbooks without calculating leave formulas without results.',
  ),
  'unknown-choice': error(
    'Unknown value',
    '"{value}" is not a value {field} can have. It can be {choices}.',
    'Only the values listed are accepted.',
  ),
  'ambiguous-choice': error(
    'Ambiguous mark',
    '"{value}" may mean yes or no: another cell of the column says "{other}". It can be {choices}.',
    'A cross is a yes by itself and often a no beside ticks.',
  ),
  'not-a-number': error('Not a number', '"{value}" is not a number. {field} needs a whole number.', 'Type digits only.'),
  'not-whole': error('Not a whole number', '{field} must be a whole number; {value} is not.', 'There are no parts of it.'),
  'too-small': error('Number too small', '{field} must be at least {min}; it is {value}.', 'See the limits of the field.'),
  'too-large': error('Number too large', '{field} can be at most {max}; it is {value}.', 'See the limits of the field.'),
  'digits-lost': error(
    'Digits lost',
    '{value} was shortened by a spreadsheet program, and its digits are lost. Type the full number again.',
    'A long number in a narrow column becomes scientific notation when saved as text. What was there can’t be known.',
  ),
  'ambiguous-number': error(
    'Ambiguous number',
    '{value} may mean {one} or {other}. Type it without a separator.',
    'A dot or comma before three digits can separate thousands or decimals.',
  ),
  'unknown-id': error(
    'Unknown name or number',
    '"{value}" is not a {kind} of this account{hint}.',
    'Names and numbers come from the account’s catalog; sync it if it is old.',
  ),
  'unknown-customer': warning(
    'Unknown customer',
    'Customer {value} is not in the catalog of {date}. Check the number, or sync the catalog.',
    'A customer may have been added after the catalog was fetched.',
  ),
  'ambiguous-name': error(
    'Several with this name',
    '"{value}" fits more than one {kind}: {candidates}. Use the number.',
    'A name must lead to exactly one id.',
  ),
  'many-customers': warning(
    'More than three customers',
    '{count} customers are given. YCM may accept at most 3.',
    'The older YMP API allows at most 3; whether YCM does is not documented.',
  ),
  'repeated-customer': note('Customer given twice', 'Customer {value} is given more than once; it is sent once.', 'Nothing to do.'),
  'bad-sub-domain': error(
    'Not a sub-domain',
    '"{value}" has characters a sub-domain can’t have. Use letters, digits and hyphens only.',
    'YCM API, Create a Cloud PBX, `subDomain`.',
  ),
  'sub-domain-shape': warning('Unusual sub-domain', 'A sub-domain longer than 63 characters or with a hyphen at an end may not work as an address.', 'DNS limits a label to 63 characters and forbids hyphens at its ends.'),
  'name-characters': warning(
    'Unusual characters in the name',
    'The name contains {characters}, which YCM may refuse.',
    'The older YMP API forbids them; whether YCM does is not documented.',
  ),
  'formula-like': warning(
    'Looks like a formula',
    'The name begins like a spreadsheet formula. It is sent as plain text; make sure it is meant.',
    'Text from a sheet is never run as a formula.',
  ),
  placeholder: error('Value still to come', '"{value}" stands for something that is not known yet. Fill in {field}.', 'It would become the address of the PBX.'),
  'placeholder-name': warning('Name still to come', '"{value}" seems to stand for a name that is not known yet. The PBX would be called so.', 'It would become the name of the PBX.'),
  'not-a-date': error('Not a date', '"{value}" is not a date. Write it as 2027-12-31.', 'Dates are read in many forms; this is none of them.'),
  'impossible-date': error('Impossible date', '{value} does not exist in the calendar.', 'Check day and month.'),
  'ambiguous-date': error(
    'Ambiguous date',
    '{value} may mean {one} or {other}. Write it as 2027-12-31.',
    'No other date of the column shows whether the day or the month comes first.',
  ),
  'milliseconds': error(
    'Milliseconds instead of seconds',
    '{value} is in milliseconds; YCM counts in seconds. It would be {date}.',
    'YCM API: all timestamps are in seconds.',
  ),
  'expired': error('Expiry in the past', 'The expiry date {date} has passed.', 'An order can’t expire before it is made.'),
  'far-expiry': warning('Expiry far away', 'The expiry date {date} is more than {years} years away. Check the year.', 'Slips (2207) and years of other calendars (2570) look so.'),
  'after-expiry-missing': error(
    'Nothing said for after the expiry',
    'There is an expiry date, so say whether the PBX keeps running after it: Yes or No.',
    'YCM API: allowRunAfterExpirationDate is required when expirationDate is set.',
  ),
  'after-expiry-idle': note(
    'No expiry date',
    '"Keep running after expiry" is given without an expiry date; it has no effect and is not sent.',
    'Nothing to do.',
  ),
  'recording-zero': error(
    'Recording contradicts itself',
    'Call recording is enabled with 0 minutes, which disables it. Give minutes, or disable recording.',
    'YCM API: 0 minutes disable call recording.',
  ),
  'recording-minutes': error(
    'Recording contradicts itself',
    'Call recording is disabled but {value} minutes are ordered. Set the minutes to 0, or enable recording.',
    'YCM API: recordingStatus and recordingCapacity belong together.',
  ),
  'superior-without-passwordless': warning(
    'No effect',
    'Passwordless login for the superior takes effect only with passwordless login enabled, which it is not.',
    'YCM API: allowSuperiorPasswordlessLogin takes effect only if passwordlessLogin is Enabled.',
  ),
  'template-missing': error(
    'Template missing',
    'Provisioning by template is enabled, but no template is given.',
    'YCM API: provisionTemplateId goes with provisioningViaTemplate.',
  ),
  'template-unused': warning(
    'Template not used',
    'A template is given, but provisioning by template is not enabled; the template is not sent.',
    'Enable provisioning by template to use it.',
  ),
  'domain-region': error(
    'Domain of another region',
    'The domain {domain} does not belong to the region {region}.',
    'YCM API: domainId must belong to the region.',
  ),
  'firmware-region': error(
    'Firmware of another region',
    'The firmware {version} is not available in the region {region}.',
    'A firmware is available in some regions only.',
  ),
  'im-firmware': error(
    'Firmware too old for chat',
    'Internal chat needs firmware {min} or later; {version} is older.',
    'YCM API, Create a Cloud PBX, `im`.',
  ),
  'transcription-firmware': error(
    'Firmware too old for transcription',
    'Transcription minutes need firmware {min} or later; {version} is older.',
    'YCM API, Create a Cloud PBX, `transcriptionCapacity`.',
  ),
  'duplicate-url': error(
    'Same address twice',
    '{url} is ordered in row {rows} too. Each PBX needs an address of its own.',
    'Sub-domain and domain together are unique, whatever the letter case.',
  ),
  'already-created': note(
    'Already created',
    '{url} was created from {sheet}, row {row}, on {date}: cloudPbxId {id}. It is skipped.',
    'The ledger of this computer knows it.',
  ),
  'already-unconfirmed': error(
    'Sent before, answer unknown',
    '{url} was sent from {sheet}, row {row}, on {date}, and whether it was created is not known. Reconcile that run first.',
    'Sending it again could create and pay for it twice.',
  ),
  'unconfirmed-earlier': error(
    'Sent before, answer unknown',
    'The sheet says this order was sent and its answer is not known ({status}). Reconcile the run it belongs to first.',
    'Sending it again could create and pay for it twice. Where that run is lost, submit the sheet here and clear up its unconfirmed orders: each is looked up, and where the account has none a person decides.',
  ),
  'id-without-status': note(
    'Already has an id',
    'The sheet already has cloudPbxId {id} for this order. It is skipped.',
    'Clear the cell in the sheet if that is wrong.',
  ),
} as const satisfies Record<string, Entry>;
export type ProblemCode = keyof typeof PROBLEMS;
