/** Prepares a machine that has only Node and npm. Nothing but Node's built-ins may be imported here at the top. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { alone } from './lock.mjs';
import { BuildError, inModules, npm, ROOT, timed } from './steps.mjs';

const OLDEST_NODE = 20;

/**
 * Makes ready what `need` names and yields `{ electron, missing }`.
 * - 'modules': the dependencies, exactly as the lockfile has them (always made ready)
 * - 'electron': an Electron runtime; `electron` says which (see electron-runtime.mjs)
 * - 'window': the system libraries Electron needs
 * - 'tests': a virtual display, Chromium, fonts, LibreOffice and a keyring
 * `missing` lists the Debian packages that could not be installed.
 */
export async function setUp({ need = ['modules'] } = {}) {
  requireNode();
  await alone('setup', installModules);
  const groups = ['window', 'tests'].filter((group) => need.includes(group));
  const missing = groups.length > 0 ? await ensureDebianPackages(groups) : [];
  if (!need.includes('electron')) return { electron: null, missing };
  const { ensureElectron } = await import('./electron-runtime.mjs');
  return { electron: await alone('electron', ensureElectron), missing };
}

function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return;
  throw new BuildError(`PBX Orders needs Node ${OLDEST_NODE} or later; this is ${process.versions.node}.`);
}

async function installModules() {
  if (modulesAreCurrent()) return;
  await timed('Installing the dependencies from package-lock.json', async () => {
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code } = await npm(args, { show: 'stderr' });
    if (code !== 0) {
      throw new BuildError(
        `npm ci ended with code ${code}. Is the npm registry reachable? Its own words are above.`,
      );
    }
  });
  writeFileSync(stampFile(), lockfileHash());
}

/** npm writes node_modules/.package-lock.json last, so a broken installation has none. */
function modulesAreCurrent() {
  const installed = inModules('.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(stampFile())) return readFileSync(stampFile(), 'utf8') === lockfileHash();
  return statSync(installed).mtimeMs >= statSync(`${ROOT}/package-lock.json`).mtimeMs;
}

function stampFile() {
  return inModules('.pbx-orders-lockfile');
}

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(`${ROOT}/package-lock.json`))
    .digest('hex');
}
