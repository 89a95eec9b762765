import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { weighEntry } from './weighEntry.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react(), weighEntry({ most: 350 * 1024 })],
  resolve: {
    alias: {
      '@guicheng/runtime/model': here('../runtime/src/model.ts'),
      '@guicheng/server/contract': here('../server/src/contract.ts'),
    },
  },
  build: { outDir: 'dist/app', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});
