import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { freshFolder } from './app';

/** A keychain of the test's own, as GNOME's desktop has one: yields the environment an app finds it by. Linux only. */
export async function startKeyring(): Promise<Record<string, string>> {
  const home = freshFolder();
  const runtime = path.join(home, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], process.env);
  const address = await firstLine(bus);
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_DATA_HOME: path.join(home, 'share'),
    XDG_RUNTIME_DIR: runtime,
    XDG_CURRENT_DESKTOP: 'GNOME',
  };
  // Goes on in the background once it is ready, and ends with its bus.
  execFileSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: { ...process.env, ...env },
    input: 'a password of the test',
    timeout: 10_000,
  });
  return env;
}

function start(command: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill());
  return child;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${child.spawnfile} ended with code ${code}`)));
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().split('\n')[0] ?? ''));
  });
}
