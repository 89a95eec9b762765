import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { aliases } from './aliases.ts';
import { compressBuilt } from './compressBuilt.ts';
import { fetchAhead } from './fetchAhead.ts';
import { weighEntry } from './weighEntry.ts';

/** Tables, dates, charts, schemas, expressions and diagrams are loaded where a room needs them. */
const LATER = ['@rc-component/table', '@rc-component/picker', 'dayjs', 'echarts', 'zod', 'feelin', 'bpmn-js', 'diagram-js', 'bpmn-moddle'];

/** Rooms where diagrams are looked at, never drawn. */
const LOOK = ['src/board/board.tsx', 'src/case/case.tsx', 'src/studio/shelf.tsx', 'src/studio/flow.tsx', 'src/task/task.tsx'];

export default defineConfig({
  plugins: [
    react(),
    fetchAhead({ page: 'draw.html', source: 'src/studio/drawing/beginDesk.ts' }),
    weighEntry({ most: 350 * 1024, later: LATER, look: LOOK }),
    compressBuilt(),
  ],
  resolve: { alias: aliases },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    // The page of drawing has one of its own, which begins with the canvas.
    rolldownOptions: { input: ['index.html', 'draw.html'].map((page) => fileURLToPath(new URL(page, import.meta.url))) },
  },
});
