import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { Route } from './routes.ts';

/** The OpenAPI 3.1 document, made from the very schemas that check the input. */
export function openApi(routes: readonly Route[]): object {
  const paths: { [path: string]: { [method: string]: object } } = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
    const asks =
      route.method === 'get'
        ? { requestParams: { query: route.schema as z.ZodObject } }
        : { requestBody: { required: true, content: { 'application/json': { schema: route.schema } } } };
    paths[path] = {
      ...paths[path],
      [route.method]: {
        summary: route.summary,
        ...(names.length > 0 ? { parameters: names } : {}),
        ...asks,
        responses: {
          200: { description: 'Done' },
          default: { description: 'application/problem+json: code, culprit, expected in both languages' },
        },
      },
    };
  }
  return createDocument({ openapi: '3.1.0', info: { title: '规程 Guicheng', version: '0.1.0' }, paths });
}
