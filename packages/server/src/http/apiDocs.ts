import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Express } from 'express';

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>规程 Guicheng – API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
    <link rel="icon" href="data:,">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/begin.js"></script>
  </body>
</html>
`;

/** A file of its own: the pages of this server run no script that stands in a page. No validator: nothing is asked of other hosts. */
const BEGIN = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
`;

const FILES = ['swagger-ui-bundle.js', 'swagger-ui.css'] as const;

/** The OpenAPI document as a page to read and try, from this server alone. */
export function apiDocs(app: Express): void {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  app.get('/api/docs', (_request, response) => {
    response.type('html').send(PAGE);
  });
  app.get('/api/docs/begin.js', (_request, response) => {
    response.type('text/javascript').send(BEGIN);
  });
  for (const file of FILES)
    app.get(`/api/docs/${file}`, (_request, response) => {
      response.sendFile(join(folder, file), { maxAge: '1d', cacheControl: true });
    });
}
