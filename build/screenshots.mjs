/** `npm run screenshots`: makes docs/screenshots/ anew from the built app, every screen and state, light and dark. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setUp } from './setup.mjs';
import { smallPng } from './small-png.mjs';
import { BuildError, main, ROOT, run, say, timed } from './steps.mjs';

const FOLDER = path.join(ROOT, 'docs', 'screenshots');

await main(async () => {
  const { missing } = await setUp({ need: ['modules', 'electron', 'window', 'tests'] });
  if (missing.length > 0) throw new BuildError('The window needs the system packages named above.');
  const { bundle } = await import('./bundle.mjs');
  await bundle();
  if (process.platform === 'linux' && !process.env.PBX_ORDERS_SCREENSHOTS) return onVirtualDisplay();

  const { walk } = await import('./screenshot-walk.mjs');
  rmSync(FOLDER, { recursive: true, force: true });
  let made = 0;
  for (const language of ['en', 'zh']) {
    const folder = language === 'en' ? FOLDER : path.join(FOLDER, language);
    mkdirSync(folder, { recursive: true });
    const camera = async (page, name, theme) => {
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
      writeFileSync(path.join(folder, `${name}-${theme}.png`), smallPng(picture));
      made += 1;
    };
    await timed(`Pictures in ${language}`, () => walk({ language, camera }));
  }
  say(`- ${made} pictures in docs/screenshots/`);
  return 0;
});

/** A screen of its own, so that nobody's theme or scaling shows in the pictures. */
async function onVirtualDisplay() {
  const args = ['-a', '-s', '-screen 0 1440x960x24', process.execPath, path.join('build', 'screenshots.mjs')];
  const env = { PBX_ORDERS_SCREENSHOTS: 'yes', GTK_THEME: 'Adwaita' };
  const { code } = await run('xvfb-run', args, { show: 'all', limitMs: 15 * 60_000, env });
  return code;
}
