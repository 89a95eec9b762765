import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What the board's entry may weigh, gzipped, with all that it loads at once. */
const MOST = 350 * 1024;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Fails the build when the first page has grown too heavy. */
function weighEntry(): Plugin {
  return {
    name: 'weigh-entry',
    generateBundle(_options, bundle) {
      const seen = new Set<string>();
      const open = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' && chunk.isEntry ? [chunk.fileName] : []));
      let bytes = 0;
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        const chunk = bundle[name];
        if (seen.has(name) || chunk?.type !== 'chunk') continue;
        seen.add(name);
        bytes += gzipSync(chunk.code).length;
        open.push(...chunk.imports);
      }
      this.info(`the board's entry weighs ${Math.round(bytes / 1024)} KB gzip`);
      if (bytes > MOST) this.error(`the board's entry weighs ${Math.round(bytes / 1024)} KB gzip; at most ${MOST / 1024} are allowed`);
    },
  };
}

export default defineConfig({
  plugins: [react(), weighEntry()],
  resolve: {
    alias: {
      '@guicheng/runtime/model': here('../runtime/src/model.ts'),
      '@guicheng/server/contract': here('../server/src/contract.ts'),
    },
  },
  build: { outDir: 'dist/app', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});
