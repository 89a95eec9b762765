import { join } from 'node:path';
import { serve, type Served } from './server.ts';

/** Starts the product itself, as `npm start` does, with its demo office in this folder. */
export const serveDemo = (about: { readonly root: string; readonly folder: string; readonly pinned: boolean }): Promise<Served> =>
  serve({
    script: ['--max-semi-space-size=64', join(about.root, 'packages/server/bin/guicheng.js'), 'start', '--demo'],
    environment: { PORT: '0', DATA_DIR: about.folder },
    pinned: about.pinned,
  });
