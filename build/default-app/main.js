'use strict';
/** What `electron PATH` runs in the stand-in Electron: loads the app at PATH as Electron's own default app does. */
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');

const args = process.argv.slice(1);
const preloads = [];
let target = null;
for (let i = 0; i < args.length && target === null; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') preloads.push(args[(i += 1)]);
  else if (!args[i].startsWith('-')) target = args[i];
}

for (const file of preloads) require(Module.createRequire(path.join(process.cwd(), '_')).resolve(file));

if (target === null) {
  process.stderr.write('Usage: electron [options] PATH\n');
  app.exit(1);
} else {
  load(path.resolve(target));
}

function load(appPath) {
  // The app sees the arguments as it would behind the real default app: [electron, PATH, ...].
  const packageFile = path.join(appPath, 'package.json');
  const about = Module.createRequire(packageFile)(packageFile);
  if (about.productName || about.name) app.setName(about.productName ?? about.name);
  if (about.version) app.setVersion(about.version);
  app.setAppPath(appPath);
  const main = Module.createRequire(packageFile).resolve(path.join(appPath, about.main ?? 'index.js'));
  Module._load(main, null, true);
}
