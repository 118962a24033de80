import {
  chmod,
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  openSheetFile,
  SheetError,
  sheetErrorMessage,
  writeResults,
  type ResultsRequest,
} from '../../app/sheets';
import { writeSafely, type FileOperations } from '../../app/sheets/safe-file';
import { created, freshFolder } from './results-of';

let folder: string;
let request: ResultsRequest;
beforeEach(async () => {
  folder = await freshFolder();
  const file = path.join(folder, 'orders.csv');
  await writeFile(file, 'name\nAcme\n');
  request = {
    source: await openSheetFile(file),
    sheetName: '',
    headerRow: 1,
    columns: {},
    rows: [created(2)],
    to: path.join(folder, 'orders.results.csv'),
  };
});
const names = async (): Promise<string[]> => (await readdir(folder)).sort();

describe('where results are written', () => {
  test('a new file beside the sheet, and nothing else', async () => {
    const { path: written, note, sha256 } = await writeResults(request);
    expect([written, note]).toEqual([request.to, null]);
    expect(await names()).toEqual(['orders.csv', 'orders.results.csv']);
    expect((await openSheetFile(written)).sha256).toBe(sha256);
  });

  test('again over the last results, whole or not at all', async () => {
    await writeResults(request);
    await writeResults({ ...request, rows: [created(2, { status: 'rejected' })] });
    expect(await readFile(request.to, 'utf8')).toContain('rejected');
    expect(await names()).toEqual(['orders.csv', 'orders.results.csv']);
  });

  test.each(['~$orders.results.csv', '.~lock.orders.results.csv#'])(
    'beside results that an office program has open (%s), once, and the operator is told',
    async (mark) => {
      await writeFile(request.to, 'open in Excel');
      await writeFile(path.join(folder, mark), '');
      const first = await writeResults(request);
      expect(first.path).toBe(path.join(folder, 'orders.results (2).csv'));
      expect(first.note).toContain('"orders.results.csv" is open in another program');
      expect(first.note).toContain('"orders.results (2).csv"');
      // After every few orders the same sibling is written anew.
      const second = await writeResults({ ...request, rows: [created(2, { status: 'rejected' })] });
      expect(second.path).toBe(first.path);
      expect(await readFile(second.path, 'utf8')).toContain('rejected');
      expect(await readFile(request.to, 'utf8')).toBe('open in Excel');
      await rm(path.join(folder, mark));
      expect((await writeResults(request)).path).toBe(request.to);
    },
  );

  test('not over a sibling that someone else made', async () => {
    await writeFile(request.to, '');
    await chmod(request.to, 0o444);
    await writeFile(path.join(folder, 'orders.results (2).csv'), 'mine');
    const { path: written, note } = await writeResults(request);
    expect(written).toBe(path.join(folder, 'orders.results (3).csv'));
    expect(note).toContain('write-protected');
    expect(await readFile(path.join(folder, 'orders.results (2).csv'), 'utf8')).toBe('mine');
  });

  test.each([
    ['its own name', async () => request.source.path],
    ['a hard link', async (to: string) => (await link(request.source.path, to), to)],
    ['a symbolic link', async (to: string) => (await symlink(request.source.path, to), to)],
  ])('never over the sheet itself, even by %s', async (_name, make) => {
    const to = await make(path.join(folder, 'link.csv'));
    const { path: written, note } = await writeResults({ ...request, to });
    expect(written).not.toBe(to);
    expect(note).toContain('is the order sheet itself');
    expect(await readFile(request.source.path, 'utf8')).toBe('name\nAcme\n');
  });

  test('where a crash left a half-written file long ago, which goes; one that is being written stays', async () => {
    const [old, fresh] = ['.pbx-orders-0123456789ab.part', '.pbx-orders-ba9876543210.part'];
    for (const name of [old, fresh]) await writeFile(path.join(folder, name), 'half');
    const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
    await utimes(path.join(folder, old), hours(2), hours(2));
    await writeResults(request);
    expect(await names()).toEqual([fresh, 'orders.csv', 'orders.results.csv']);
  });

  test('readable by no one who could not read the sheet', async () => {
    await chmod(request.source.path, 0o600);
    await writeResults(request);
    expect((await stat(request.to)).mode & 0o777).toBe(0o600);
  });
});

describe('when it can’t be', () => {
  const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
    const error: unknown = await attempt.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof SheetError)) return String(error);
    expect(sheetErrorMessage(error)).toMatch(/^(There is no|"orders)/);
    return error.code;
  };

  test('the sheet was changed since it was opened', async () => {
    await writeFile(request.source.path, 'name\nZenith\n');
    expect(await codeOf(writeResults(request))).toBe('changed-since');
    expect(await names()).toEqual(['orders.csv']);
  });

  test('the sheet is gone', async () => {
    await rename(request.source.path, path.join(folder, 'moved.csv'));
    expect(await codeOf(writeResults(request))).toBe('not-found');
  });

  test('the folder is not there', async () => {
    const to = path.join(folder, 'nowhere', 'orders.csv');
    expect(await codeOf(writeResults({ ...request, to }))).toBe('cannot-write');
  });

  test('the tab is gone', async () => {
    const file = path.join(folder, 'orders.xlsx');
    await copyFile('test/fixtures/sheets/northwind-order-form.xlsx', file);
    const source = await openSheetFile(file);
    expect(await codeOf(writeResults({ ...request, source, sheetName: 'Gone' }))).toBe('sheet-gone');
    expect(await names()).toEqual(['orders.csv', 'orders.xlsx']);
  });

  const broken = (code: string): Error => Object.assign(new Error(code), { code });
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('first half, ');
    yield Buffer.from('second half');
  }
  /** Real files, of which every write after the first fails. */
  const failing = (code: string): FileOperations => ({
    ...fs,
    async open(...given: Parameters<typeof fs.open>) {
      const file = await fs.open(...given);
      let writes = 0;
      const write = file.write.bind(file);
      Object.assign(file, {
        write: (bytes: Uint8Array) => (writes++ > 0 ? Promise.reject(broken(code)) : write(bytes)),
      });
      return file;
    },
  });

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'cannot-write'],
  ])('%s in the middle leaves the old results and nothing else', async (code, expected) => {
    await writeFile(request.to, 'old results');
    const attempt = writeSafely(request.to, chunks(), { sibling: true, files: failing(code) });
    expect(await codeOf(attempt)).toBe(expected);
    expect(await readFile(request.to, 'utf8')).toBe('old results');
    expect(await names()).toEqual(['orders.csv', 'orders.results.csv']);
  });

  test('a file that the system won’t let go gets a sibling; so does one that is a folder', async () => {
    const files: FileOperations = {
      ...fs,
      rename: (from, to) => (to === request.to ? Promise.reject(broken('EBUSY')) : fs.rename(from, to)),
    };
    await writeFile(request.to, 'old results');
    const { path: written, note } = await writeSafely(request.to, chunks(), { sibling: true, files });
    expect(path.basename(written)).toBe('orders.results (2).csv');
    expect(note).toContain('open in another program or write-protected');
    expect(await readFile(written, 'utf8')).toBe('first half, second half');
    await mkdir(path.join(folder, 'orders.csv.results'));
    const other = await writeSafely(path.join(folder, 'orders.csv.results'), chunks(), { sibling: true });
    expect(path.basename(other.path)).toBe('orders.csv (2).results');
  });

  test('a file held for a moment, as by a virus scanner, is replaced after all', async () => {
    let held = 2;
    const files: FileOperations = {
      ...fs,
      rename: (from, to) => (held-- > 0 ? Promise.reject(broken('EPERM')) : fs.rename(from, to)),
    };
    const written = await writeSafely(request.to, chunks(), { sibling: true, files });
    expect(written).toMatchObject({ path: request.to, note: null });
  });

  test('a folder that is read-only', async () => {
    const files: FileOperations = { ...fs, open: () => Promise.reject(broken('EROFS')) };
    expect(await codeOf(writeSafely(request.to, chunks(), { sibling: true, files }))).toBe('cannot-write');
  });

  test('what is written reaches the disk before it gets its name, and then the name does', async () => {
    const order: string[] = [];
    const files: FileOperations = {
      ...fs,
      async open(...given: Parameters<typeof fs.open>) {
        const file = await fs.open(...given);
        const what = given[0] === folder ? 'folder' : 'file';
        const sync = file.sync.bind(file);
        Object.assign(file, { sync: () => (order.push(`sync ${what}`), sync()) });
        return file;
      },
      rename: (from, to) => (order.push('rename'), fs.rename(from, to)),
    };
    await writeSafely(request.to, chunks(), { sibling: true, files });
    expect(order).toEqual(['sync file', 'rename', 'sync folder']);
  });
});
