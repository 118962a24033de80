/** The window's bundle. build/bundle.mjs runs it; `npx vite --config build/vite.config.mjs` serves it to a browser. */
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { ROOT as root } from './steps.mjs';

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
  },
};
