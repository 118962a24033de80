import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

export const ROOT = path.join(import.meta.dirname, '..', '..');
export const COMMAND = path.join(ROOT, 'out', 'cli.cjs');
const SHEETS = path.join(ROOT, 'test', 'fixtures', 'sheets');

/** Builds the command, and what else a test needs, when it has to be. */
export function buildCommand(...more: string[]): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'build', 'bundle.mjs'), 'cli', ...more],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
}

/** A folder of the test's own, gone when it ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A sheet of the collection, copied where results may be written beside it. */
export function sheetIn(folder: string, name: string): string {
  const file = path.join(folder, name);
  copyFileSync(path.join(SHEETS, name), file);
  return file;
}

export type Ended = { code: number | null; stdout: string; stderr: string };
type Options = {
  env?: Record<string, string>;
  cwd?: string;
  during?: (child: ChildProcessWithoutNullStreams) => void;
};

/** Runs the built command to its end, in a pipe, as a script would. */
export function run(args: readonly string[], { env = {}, cwd = ROOT, during }: Options = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd,
      env: { ...process.env, PBX_ORDERS_DATA: '', PBX_ORDERS_CLIENT_SECRET: '', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end();
    during?.(child);
  });
}

const line = z.looseObject({ type: z.string() });
export type Line = z.infer<typeof line>;

/** The lines of `--json`, each an object with a type. */
export const linesOf = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((text) => line.parse(JSON.parse(text)));

const finished = z.object({
  type: z.literal('finished'),
  rows: z.number(),
  created: z.number(),
  rejected: z.number(),
  skipped: z.number(),
  unconfirmed: z.number(),
  notSent: z.number(),
  invalid: z.number(),
  result: z.string().nullable(),
  run: z.string().optional(),
  stopReason: z.string().optional(),
  note: z.string().optional(),
});

/** The last line of `submit --json`; its totals always add up. */
export function finishedOf(stdout: string): z.infer<typeof finished> {
  const last = finished.parse(linesOf(stdout).at(-1));
  const sum = last.created + last.rejected + last.skipped + last.unconfirmed + last.notSent + last.invalid;
  if (sum !== last.rows) throw new Error(`${sum} rows are accounted for, of ${last.rows}`);
  return last;
}

const report = z.object({
  file: z.string(),
  rows: z.number(),
  ready: z.number(),
  invalid: z.number(),
  skipped: z.number(),
  problems: z.array(
    z.object({
      row: z.number(),
      cell: z.string().nullable(),
      field: z.string().nullable(),
      code: z.string(),
      level: z.enum(['error', 'warning', 'note']),
      message: z.string(),
      repair: z.object({ field: z.string(), value: z.string(), label: z.string() }).optional(),
    }),
  ),
});
export const reportOf = (stdout: string): z.infer<typeof report> => report.parse(JSON.parse(stdout));

const listening = z.object({ baseUrl: z.string(), clientId: z.string(), clientSecret: z.string() });

/** A sandbox in a process of its own, ended with the test. */
export async function sandboxProcess(
  folder: string,
  ...more: string[]
): Promise<z.infer<typeof listening> & { end: () => void }> {
  let child: ChildProcessWithoutNullStreams | undefined;
  const ended = run(['sandbox', '--json', '--data', path.join(folder, 'sandbox'), ...more], {
    during: (one) => (child = one),
  });
  const first = await new Promise<string>((resolve, reject) => {
    let text = '';
    child?.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    void ended.then(({ stderr }) => reject(new Error(`the sandbox ended: ${stderr}`)));
  });
  const end = (): void => void child?.kill('SIGKILL');
  onTestFinished(end);
  return { ...listening.parse(JSON.parse(first)), end };
}

export const textOf = (file: string): string => readFileSync(file, 'utf8');
