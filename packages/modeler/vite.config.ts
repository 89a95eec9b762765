import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { weighEntry } from './weighEntry.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tables, dates, charts, schemas, expressions and diagrams are loaded where a room needs them. */
const LATER = ['@rc-component/table', '@rc-component/picker', 'dayjs', 'echarts', 'zod', 'feelin', 'bpmn-js', 'diagram-js', 'bpmn-moddle'];

export default defineConfig({
  plugins: [react(), weighEntry({ most: 350 * 1024, later: LATER })],
  resolve: {
    alias: {
      '@guicheng/runtime/model': here('../runtime/src/model.ts'),
      '@guicheng/runtime/checking': here('../runtime/src/checking.ts'),
      '@guicheng/server/contract': here('../server/src/contract.ts'),
    },
  },
  build: { outDir: 'dist/app', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});
