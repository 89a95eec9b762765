import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { z } from 'zod';
import { problem } from './answers.ts';
import type { Described } from './route.ts';

const STATUSES = { 200: 'Done', 201: 'Stored', 204: 'Done, with nothing to say' } as const;

/** The OpenAPI 3.1 document, made from the very schemas that check the input. */
export function openApi(routes: readonly Described[], version: string): object {
  const paths: { [path: string]: { [method: string]: ZodOpenApiOperationObject } } = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '规程 Guicheng',
      version,
      description: 'Every refusal is a problem document (RFC 9457) with a closed code and what was expected, in Chinese and in English.',
    },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'guicheng', description: 'Given by signing in.' } },
    },
    security: [{ session: [] }],
    paths: paths as ZodOpenApiPathsObject,
  });
}

function operation(route: Described): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name: String(name),
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const },
  }));
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.open ? { security: [] } : {}),
    ...(names.length > 0 ? { parameters: names } : {}),
    ...asked(route),
    responses: {
      [String(route.status ?? 200)]: {
        description: STATUSES[route.status ?? 200],
        ...(route.answers ? { content: { 'application/json': { schema: route.answers } } } : {}),
      },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

function asked(route: Described): Pick<ZodOpenApiOperationObject, 'requestParams' | 'requestBody'> {
  if (!route.asks) return {};
  if (route.method === 'get') return { requestParams: { query: route.asks as z.ZodObject } };
  return { requestBody: { required: true, content: { [route.takes ?? 'application/json']: { schema: route.asks } } } };
}

/** `put /api/tasks/:task/draft` → `putTasksTaskDraft` */
const operationId = (route: Described): string =>
  route.method +
  route.path
    .split(/\W+/)
    .filter((part) => part !== '' && part !== 'api')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
