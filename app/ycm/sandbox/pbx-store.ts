import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { catalogSchema, orderRequest } from '../../orders';
import { withOrder, type Totals } from './capacity';

const customerSchema = catalogSchema.shape.customers.element;
export type Customer = z.infer<typeof customerSchema>;

const pbxSchema = z.object({ cloudPbxId: z.string(), url: z.string(), at: z.number(), order: orderRequest });
export type StoredPbx = z.infer<typeof pbxSchema>;

/** One line of the store file. */
const recordSchema = z.union([
  z.strictObject({ pbx: pbxSchema }),
  z.strictObject({ deleted: z.string() }),
  z.strictObject({ customer: customerSchema }),
]);
type StoreRecord = z.infer<typeof recordSchema>;

/** The id before the first one: the guide's own example of a create is answered 42100. */
const BEFORE_FIRST_ID = 42_099;

/**
 * The sandbox's PBXs and customers, in memory and, given a file, on disk: a line of JSON each, on the disk before `add` returns.
 * A last line without an end was never answered, so it is cut off. Throws the system's error when the file can't be read.
 */
export class PbxStore {
  private readonly pbxs = new Map<string, StoredPbx>();
  private readonly byUrl = new Map<string, StoredPbx>();
  readonly customers: Customer[] = [];
  /** What all its PBXs take of the account. */
  used: Totals = { extensions: 0, concurrentCalls: 0, recordingMinutes: 0 };
  private lastId = BEFORE_FIRST_ID;
  private readonly file: number | null;
  private closed = false;

  constructor(storeFile: string | undefined) {
    this.file = storeFile === undefined ? null : this.load(storeFile);
  }

  /** Takes the next id. The caller has made sure that the URL is free. */
  add(created: Omit<StoredPbx, 'cloudPbxId'>): StoredPbx {
    const pbx = { cloudPbxId: String(this.lastId + 1), ...created };
    this.keep({ pbx });
    return pbx;
  }

  addCustomer(customer: Customer): void {
    this.keep({ customer });
  }

  delete(cloudPbxId: string): void {
    this.keep({ deleted: cloudPbxId });
  }

  /** In the order they were created in. */
  all(): StoredPbx[] {
    return [...this.pbxs.values()];
  }

  get(cloudPbxId: string): StoredPbx | undefined {
    return this.pbxs.get(cloudPbxId);
  }

  /** Whatever the letter case. */
  at(url: string): StoredPbx | undefined {
    return this.byUrl.get(url.toLowerCase());
  }

  /** Takes nothing in any more; a second time does nothing. */
  close(): void {
    if (this.file !== null && !this.closed) closeSync(this.file);
    this.closed = true;
  }

  private keep(record: StoreRecord): void {
    if (this.closed) throw new Error('The sandbox is closed.');
    if (this.file !== null) {
      writeSync(this.file, `${JSON.stringify(record)}\n`);
      fdatasyncSync(this.file);
    }
    this.take(record);
  }

  private take(record: StoreRecord): void {
    if ('customer' in record) {
      this.customers.push(record.customer);
    } else if ('deleted' in record) {
      const gone = this.pbxs.get(record.deleted);
      this.pbxs.delete(record.deleted);
      if (!gone) return;
      this.byUrl.delete(gone.url.toLowerCase());
      this.used = withOrder(this.used, gone.order, -1);
    } else {
      const { pbx } = record;
      this.pbxs.set(pbx.cloudPbxId, pbx);
      this.byUrl.set(pbx.url.toLowerCase(), pbx);
      this.used = withOrder(this.used, pbx.order);
      this.lastId = Math.max(this.lastId, Number(pbx.cloudPbxId));
    }
  }

  private load(storeFile: string): number {
    const bytes = existsSync(storeFile) ? readFileSync(storeFile) : Buffer.alloc(0);
    const whole = bytes.lastIndexOf('\n') + 1;
    const lines = bytes.subarray(0, whole).toString().split('\n').slice(0, -1);
    lines.forEach((line, at) => this.take(readRecord(line, `${storeFile}, line ${at + 1}`)));
    mkdirSync(path.dirname(storeFile), { recursive: true });
    const file = openSync(storeFile, 'a');
    if (whole < bytes.length) ftruncateSync(file, whole);
    return file;
  }
}

function readRecord(line: string, where: string): StoreRecord {
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new SandboxStoreError(where, { cause });
  }
}

/** The sandbox's store holds a line that is none of its own. Its message is for people. */
export class SandboxStoreError extends Error {
  override readonly name = 'SandboxStoreError';
  readonly code = 'sandbox-store';

  constructor(where: string, options: ErrorOptions) {
    super(
      `The sandbox’s store is damaged: ${where}. Remove or rename the file to start with an empty sandbox.`,
      options,
    );
  }
}
