// The editor as one file for the tests: plain Node cannot import bpmn-js.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const packages = fileURLToPath(new URL('../../../../packages/', import.meta.url));

export default defineConfig({
  logLevel: 'error',
  resolve: {
    alias: {
      '@guicheng/runtime/model': `${packages}runtime/src/model.ts`,
      '@guicheng/runtime/checking': `${packages}runtime/src/diagram/vocabulary.ts`,
      '@guicheng/server/contract': `${packages}server/src/contract.ts`,
    },
  },
  build: {
    lib: { entry: fileURLToPath(new URL('door.ts', import.meta.url)), formats: ['es'], fileName: 'editor' },
    minify: false,
    emptyOutDir: true,
  },
});
