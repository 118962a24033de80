/** What a Debian package runs after installing and removing: electron-builder's own scripts and our command's link. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inModules, OUT } from './steps.mjs';

const FOLDER = path.join(OUT, 'deb');
const COMMAND = '/usr/bin/pbx-orders';
const LAUNCHER = '/opt/${sanitizedProductName}/pbx-orders';

/** Writes them where electron-builder.yml looks for them; derived anew each time, so they follow electron-builder's. */
export function writeDebScripts() {
  mkdirSync(FOLDER, { recursive: true });
  write('after-install', `ln -sf '${LAUNCHER}' '${COMMAND}'`);
  write('after-remove', `if [ "$(readlink '${COMMAND}')" = '${LAUNCHER}' ]; then rm -f '${COMMAND}'; fi`);
}

function write(name, line) {
  const original = readFileSync(inModules('app-builder-lib', 'templates', 'linux', `${name}.tpl`), 'utf8');
  writeFileSync(
    path.join(FOLDER, `${name}.tpl`),
    `${original.trimEnd()}\n\n# The pbx-orders command\n${line}\n`,
  );
}
