import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Bundles a program of the tests into `folder`, for `node` with `programEnvironment`; yields its path. */
export async function bundleProgram(source, folder) {
  const outfile = path.join(folder, `${path.basename(source, '.ts')}.cjs`);
  await build({
    entryPoints: [path.join(ROOT, source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['@photostructure/sqlite'],
    define: { __VERSION__: '"0.0.0-test"' },
    logLevel: 'silent',
  });
  return outfile;
}

/** Lets a program outside of the checkout find what is not bundled. */
export const programEnvironment = () => ({ ...process.env, NODE_PATH: path.join(ROOT, 'node_modules') });
