/** The system packages of Debian and its relatives: finds what is missing, installs it as root, or says how. */
import { BuildError, run, say, timed } from './steps.mjs';

const GROUPS = {
  window: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6'],
  tests: [
    'xvfb',
    'xauth',
    'procps',
    'chromium',
    'fonts-noto-cjk',
    'libreoffice-calc',
    'dbus',
    'gnome-keyring',
    'libsecret-1-0',
  ],
};

/** Yields the packages that are still missing afterwards; on other systems than Debian's family, none. */
export async function ensureDebianPackages(groups) {
  if (process.platform !== 'linux') return [];
  const wanted = groups.flatMap((group) => GROUPS[group]);
  const missing = await findMissing(wanted);
  if (missing === null) {
    say(`- This Linux has no dpkg; if something is missing, install what matches: ${wanted.join(' ')}`);
    return [];
  }
  if (missing.length === 0) return [];
  if (process.getuid() !== 0) {
    say(`\nThese system packages are missing. Install them and run this again:\n\n  ${manual(missing)}\n`);
    return missing;
  }
  try {
    await timed(`Installing system packages (${missing.join(' ')})`, () => install(missing));
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    say(`\n${error.message}\nBy hand:\n\n  ${manual(missing)}\n`);
  }
  return (await findMissing(wanted)) ?? [];
}

function manual(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

async function findMissing(wanted) {
  // Newer Debian and Ubuntu name some libraries with a t64 behind.
  const names = wanted.flatMap((name) => [name, `${name}t64`]);
  const { code, stdout } = await run('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\n',
    ...names,
  ]);
  if (code === 127) return null;
  const installed = new Set(stdout.split('\n').flatMap((line) => /^(\S+) installed$/.exec(line)?.[1] ?? []));
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

async function install(missing) {
  if ((await apt('update')).code !== 0)
    say('  apt-get update did not succeed; trying with the lists that are here');
  const packages = await Promise.all(missing.map(nameHere));
  const { code, stdout, stderr } = await apt('install', '-y', '--no-install-recommends', ...packages);
  if (code === 0) return;
  const lastWords = `${stdout}\n${stderr}`.trim().split('\n').slice(-12).join('\n');
  throw new BuildError(`apt-get install ended with code ${code}. Its last words:\n${lastWords}`);
}

function apt(...args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0', '-qq', ...args], { env });
}

async function nameHere(name) {
  const { stdout } = await run('apt-cache', ['policy', name, `${name}t64`]);
  const offered = (candidate) =>
    new RegExp(`^${candidate}:\\n.*\\n +Candidate: (?!\\(none\\))`, 'm').test(stdout);
  return !offered(name) && offered(`${name}t64`) ? `${name}t64` : name;
}
