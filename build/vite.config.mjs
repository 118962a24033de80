/** The window's bundle. build/bundle.mjs runs it; `npx vite --config build/vite.config.mjs` serves it to a browser. */
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { ROOT as root } from './steps.mjs';

const ORDERS = path.join(root, 'app', 'orders') + path.sep;

export default {
  root: path.join(root, 'renderer'),
  base: './',
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: path.join(root, 'out', 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    // The window's content security policy allows no data: URL and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    // The orders room is pure: what the window doesn't use of it, above all the schemas, it need not load.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.startsWith(ORDERS) } },
  },
};
