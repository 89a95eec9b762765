import { join } from 'node:path';
import type { Express, Request, Response } from 'express';
import staticGzip from 'express-static-gzip';

/** Serves the built browser app of a folder: its files as they were compressed when it was built, and its page at every other address. */
export function page(app: Express, folder: string): void {
  const kept = { maxAge: '1y', immutable: true, fallthrough: false } as const;
  app.use(
    '/assets',
    staticGzip(join(folder, 'assets'), { index: false, enableBrotli: true, orderPreference: ['br', 'gzip'], serveStatic: kept }),
  );
  const send = (file: string) => (_request: Request, response: Response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, file));
  };
  // The same app, on a page that begins with the canvas.
  app.get('/flows/:flow/draw', send('draw.html'));
  app.get('/{*any}', send('index.html'));
}
