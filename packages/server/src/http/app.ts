import { join } from 'node:path';
import { id, refuse, type Clock, type Notes, type Office, type PersonId } from '@guicheng/runtime';
import express, { type Express, type Request } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Health } from '../contract.ts';
import { isOwnOrigin, tokenIn } from '../session/cookie.ts';
import type { Sessions } from '../session/sessions.ts';
import { signInRoutes } from '../session/signIn.ts';
import { download, upload } from './files.ts';
import { openApi } from './openapi.ts';
import { problems, sendProblem } from './problem.ts';
import { ROUTES } from './routes.ts';
import { serve, UNKNOWN } from './route.ts';

/** What the HTTP side is made of. */
export interface AppParts {
  readonly office: Office;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly log: Logger;
  readonly demo: boolean;
  readonly setUpToken: string | null;
  readonly store: string;
  /** Folder of the built browser app. */
  readonly page: string;
}

const FOREIGN = refuse('foreignOrigin', 'Origin', {
  zh: '请求来自其他网站的页面，已拒绝',
  en: 'The request came from another site’s page and was refused',
});

/** The express app: deny by default, every input checked, every refusal a problem document. */
export function createApp(parts: AppParts): Express {
  const { office, sessions, log } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'"],
        },
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(
    pinoHttp({
      logger: log,
      autoLogging: true,
      serializers: {
        req: (request: { readonly method: string; readonly url: string }) => ({ method: request.method, url: request.url.split('?')[0] }),
        res: (response: { readonly statusCode: number }) => ({ status: response.statusCode }),
      },
    }),
  );
  const measured = measure(app);
  app.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnOrigin(request.headers.origin, request.headers.host))
      return sendProblem(response, FOREIGN);
    next();
  });
  const whoAsks = async (request: Request): Promise<PersonId | undefined> => {
    const person = await sessions.personOf(tokenIn(request.headers.cookie));
    return person === undefined ? undefined : id(person);
  };
  app.post('/api/files', upload(office, whoAsks));
  app.get('/api/files/:file', download(office, whoAsks));
  app.use(express.json({ limit: '1mb', strict: true }));
  app.get('/api/health', async (_request, response) => {
    const health: Health = await office.tail().then(
      () => ({ status: 'ok', version: '0.1.0', store: parts.store }) as const,
      () => ({ status: 'failing', version: '0.1.0', store: parts.store }) as const,
    );
    response.status(health.status === 'ok' ? 200 : 503).json(health);
  });
  app.get('/metrics', async (request, response) => {
    if (!isLoopback(request.socket.remoteAddress)) return sendProblem(response, UNKNOWN);
    response.type(measured.contentType).send(await measured.metrics());
  });
  const document = openApi(ROUTES, '0.1.0');
  app.get('/api/openapi.json', (_request, response) => {
    response.json(document);
  });
  signInRoutes(app, { office, sessions, demo: parts.demo, token: parts.setUpToken });
  for (const route of ROUTES) app[route.method](route.path, serve(parts, whoAsks, route));
  app.use('/api', (_request, response) => sendProblem(response, UNKNOWN));
  app.use('/assets', express.static(join(parts.page, 'assets'), { index: false, maxAge: '1y', immutable: true, fallthrough: false }));
  app.get('/{*any}', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(parts.page, 'index.html'));
  });
  app.use(problems(log));
  return app;
}

const isLoopback = (address: string | undefined): boolean => address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';

/** Durations per route, by its pattern, and the process's own figures. */
function measure(app: Express): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'guicheng_http_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  app.use((request, response, next) => {
    const end = durations.startTimer();
    response.on('finish', () =>
      end({ route: request.route ? String((request.route as { readonly path: unknown }).path) : 'none', status: response.statusCode }),
    );
    next();
  });
  return registry;
}
