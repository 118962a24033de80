import { ensureElectron } from '../../build/electron-runtime.mjs';
import { bundle } from '../../build/bundle.mjs';

/** Builds what is older than its sources and finds the Electron to run it with, once for all tests. */
export async function setup() {
  await bundle();
  await ensureElectron();
}
