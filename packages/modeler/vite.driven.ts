import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { aliases } from './aliases.ts';

/**
 * Pages that the terminal drives, built beside the app and never served with it, by `--mode`: `roundtrip`, the editor alone for `guicheng
 * roundtrip`; `bare`, bpmn-js as it comes, beside which the bench puts the studio.
 */
export default defineConfig(({ mode }) => ({
  resolve: { alias: aliases },
  build: {
    outDir: `dist/${mode}`,
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: fileURLToPath(new URL(`${mode}.html`, import.meta.url)) },
  },
}));
