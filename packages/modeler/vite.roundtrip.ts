import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { aliases } from './aliases.ts';

/** The page that `guicheng roundtrip` drives: the editor alone, built beside the app and never served with it. */
export default defineConfig({
  resolve: { alias: aliases },
  build: {
    outDir: 'dist/roundtrip',
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: fileURLToPath(new URL('roundtrip.html', import.meta.url)) },
  },
});
