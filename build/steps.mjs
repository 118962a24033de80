/** What every build script needs: the checkout's root, timed steps that show progress, and child processes. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const OUT = path.join(ROOT, 'out');
export const RUNTIME = path.join(ROOT, '.runtime');

/** A failure whose message is all that a person needs; no stack trace is printed for it. */
export class BuildError extends Error {
  name = 'BuildError';
}

/** Words to standard error, so that the standard output of whatever runs afterwards stays its own. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Whole seconds above ten, tenths below: '0.4 s', '12 s'. */
export function seconds(since) {
  const elapsed = (Date.now() - since) / 1000;
  return elapsed < 10 ? `${elapsed.toFixed(1)} s` : `${Math.round(elapsed)} s`;
}

/** Runs `work`, telling every five seconds that it still goes on and at the end how long it took. */
export async function timed(title, work) {
  const start = Date.now();
  say(`- ${title} ...`);
  const ticker = setInterval(() => say(`  ${title}: still working, ${seconds(start)}`), 5000);
  try {
    const value = await work();
    say(`  ${title}: done in ${seconds(start)}`);
    return value;
  } catch (error) {
    say(`  ${title}: FAILED after ${seconds(start)}`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * Runs a program to its end and yields `{ code, signal, stdout, stderr, timedOut }`; a program that can't be
 * started yields code 127. `show` lets its output through: 'all' as it is, 'stderr' all of it to standard error.
 * After `limitMs` the program and everything it started are killed; `signal`, an AbortSignal, kills it early.
 */
export function run(command, args, { show, limitMs, env, signal, cwd = ROOT } = {}) {
  const ownGroup = limitMs !== undefined && process.platform !== 'win32';
  const stdio = { all: 'inherit', stderr: ['ignore', 2, 2] }[show] ?? ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd, stdio, detached: ownGroup, env: { ...process.env, ...env } });
  const kill = () => {
    if (!ownGroup || child.pid === undefined) return child.kill('SIGKILL');
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL'); // the group is gone already
    }
  };
  return new Promise((resolve) => {
    const result = { code: 127, signal: null, stdout: '', stderr: '', timedOut: false };
    const onSignal = () => {
      kill();
      process.exit(130);
    };
    const timer = limitMs && setTimeout(() => ((result.timedOut = true), kill()), limitMs);
    // A program in a group of its own does not hear Ctrl-C by itself.
    if (ownGroup) for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, onSignal);
    signal?.addEventListener('abort', kill, { once: true });
    const finish = (facts) => {
      clearTimeout(timer);
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(name, onSignal);
      resolve({ ...result, ...facts });
    };
    child.stdout?.on('data', (chunk) => (result.stdout += chunk));
    child.stderr?.on('data', (chunk) => (result.stderr += chunk));
    child.on('error', (error) => finish({ stderr: String(error.message) }));
    child.on('close', (code, signal) => finish({ code: code ?? 1, signal }));
  });
}

/** Runs npm itself, the very one that started us when there is one. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && /\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options);
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/** The path of a file inside an installed package. */
export function inModules(...parts) {
  return path.join(ROOT, 'node_modules', ...parts);
}

/** Runs a script's main function: a BuildError ends it with its message, anything else with its stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    say(error instanceof BuildError ? `\n${error.message}` : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}

/** Whether the module of that URL is the program being run, and not imported by one. */
export function isRunItself(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
