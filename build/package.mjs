/** `npm run package`: an unpacked app in dist/; `npm run package -- --linux deb` and the like: what installs it. */
import { writeDebScripts } from './deb-scripts.mjs';
import { setUp } from './setup.mjs';
import { BuildError, inModules, main, run, say, timed } from './steps.mjs';

const HOST = { linux: '--linux', darwin: '--mac', win32: '--win' };

await main(async () => {
  const asked = process.argv.slice(2);
  const args = asked.length > 0 ? asked : [HOST[process.platform], 'dir'];
  const unpackedOnly = asked.length === 0 || asked.includes('dir') || asked.includes('--dir');
  const { electron } = await setUp({ need: ['modules', 'electron'] });
  if (electron.fallback && !unpackedOnly) {
    throw new BuildError(
      'Only the stand-in Electron is available here, and it must not ship. On a machine that reaches the official\n' +
        'download, delete .runtime/ and run this again. `npm run package` alone makes an unpacked app for testing.',
    );
  }
  const { bundle } = await import('./bundle.mjs');
  await bundle();
  writeDebScripts();
  const overrides = unpackedOnly ? testing(electron) : [];
  await timed(`Packaging with Electron ${unpackedOnly ? electron.version : 'for each system'}`, async () => {
    const command = [inModules('electron-builder', 'cli.js'), ...args, '--config', 'electron-builder.yml'];
    const { code } = await run(process.execPath, [...command, '--publish', 'never', ...overrides], {
      show: 'stderr',
    });
    if (code !== 0) throw new BuildError(`electron-builder ended with code ${code}.`);
  });
  if (electron.fallback) say('- dist/ holds a stand-in Electron: for testing, NOT FOR PRODUCTION');
});

/** An unpacked app is for this machine and its tests: the runtime at hand, and the inspector Playwright drives it by. */
function testing(electron) {
  return [
    `-c.electronDist=${electron.dist}`,
    `-c.electronVersion=${electron.version}`,
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ];
}
