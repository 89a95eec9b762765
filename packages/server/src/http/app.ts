import { id, refuse, type Clock, type Notes, type Office, type PersonId } from '@guicheng/runtime';
import compression from 'compression';
import express, { type Express, type Request } from 'express';
import type { Logger } from 'pino';
import type { Health } from '../contract.ts';
import { accountRoutes } from '../session/accountRoutes.ts';
import type { Accounts } from '../session/accounts.ts';
import { isOwnOrigin, tokenIn } from '../session/cookie.ts';
import { demoRoutes } from '../session/demo.ts';
import { OTHERS, signInDescribed } from '../session/described.ts';
import { hostOf, isThisMachine, type Trusts } from '../session/host.ts';
import { isActive } from '../session/isActive.ts';
import { ownPasswordRoute } from '../session/ownPassword.ts';
import type { Sessions } from '../session/sessions.ts';
import { setUpRoute } from '../session/setUp.ts';
import { signInRoutes } from '../session/signIn.ts';
import { VERSION } from '../version.ts';
import { apiDocs } from './apiDocs.ts';
import { readDrawings } from './drawingBody.ts';
import { download, upload } from './files.ts';
import { headers } from './headers.ts';
import { logged } from './log.ts';
import { measure } from './metrics.ts';
import { openApi } from './openapi.ts';
import { page } from './page.ts';
import { problems, sendProblem } from './problem.ts';
import { refuseReserved } from './reserved.ts';
import { serve, UNKNOWN } from './route.ts';
import { ROUTES } from './routes.ts';

/** What the HTTP side is made of. */
export interface AppParts {
  readonly office: Office;
  readonly notes: Notes;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly log: Logger;
  readonly demo: boolean;
  readonly setUpToken: string | null;
  readonly store: string;
  /** Which proxies are believed, as express wants it. */
  readonly trustProxy: false | number | readonly string[];
  /** How many sockets are open. */
  readonly sockets: () => number;
  /** Folder of the built browser app. */
  readonly page: string;
}

const FOREIGN = refuse('foreignOrigin', 'Origin', {
  zh: '请求来自其他网站的页面，已拒绝',
  en: 'The request came from another site’s page and was refused',
});

const ELSEWHERE = refuse('foreignOrigin', 'Host', {
  zh: '演示只在本机使用，请用启动时打印的地址打开',
  en: 'A demo is for this machine only: open it at the address that it printed',
});

/** The express app: deny by default, every input checked, every refusal a problem document. */
export function createApp(parts: AppParts): Express {
  const { office, sessions, accounts, demo, log } = parts;
  const app = express();
  app.disable('x-powered-by');
  // Nothing of an office is kept in a browser's cache, so there is nothing to compare either.
  app.disable('etag');
  app.set('trust proxy', parts.trustProxy);
  const trusts = app.get('trust proxy fn') as Trusts;
  app.use(headers());
  app.use(logged(log));
  measure(app, { sockets: parts.sockets, lostRaces: office.lostRaces });
  app.use((request, response, next) => {
    // Whoever makes a name of theirs lead here would be let in as anybody.
    if (demo && parts.trustProxy === false && !isThisMachine(request.headers.host)) return sendProblem(response, ELSEWHERE);
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnOrigin(request.headers.origin, hostOf(request, trusts)))
      return sendProblem(response, FOREIGN);
    next();
  });
  apiDocs(app);
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  const whoAsks = async (request: Request): Promise<PersonId | undefined> => {
    const person = await sessions.personOf(tokenIn(request.headers.cookie));
    return person !== undefined && (await isActive(office, person)) ? id(person) : undefined;
  };
  app.post('/api/files', upload(office, whoAsks));
  app.get('/api/files/:file', download(office, whoAsks));
  // Below the files, which are sent in parts and as they are.
  app.use('/api', compression());
  readDrawings(app, whoAsks);
  app.use(express.json({ limit: '1mb', strict: true }), refuseReserved);
  health(app, parts);
  const document = openApi([...ROUTES, ...signInDescribed(demo), ...OTHERS], VERSION);
  app.get('/api/openapi.json', (_request, response) => {
    response.json(document);
  });
  const setUpNeeded = setUpRoute(app, { office, accounts, sessions, token: parts.setUpToken });
  signInRoutes(app, { office, accounts, sessions, demo, setUpNeeded });
  accountRoutes(app, { office, accounts, sessions, whoAsks, log });
  ownPasswordRoute(app, { accounts, sessions, whoAsks });
  if (demo) demoRoutes(app, { office, sessions });
  for (const route of ROUTES) app[route.method](route.path, serve(parts, whoAsks, route));
  app.use('/api', (_request, response) => sendProblem(response, UNKNOWN));
  page(app, parts.page);
  app.use(problems(log));
  return app;
}

function health(app: Express, { office, store }: AppParts): void {
  app.get('/api/health', async (_request, response) => {
    const value: Health = await office.tail().then(
      () => ({ status: 'ok', version: VERSION, store }) as const,
      () => ({ status: 'failing', version: VERSION, store }) as const,
    );
    response.status(value.status === 'ok' ? 200 : 503).json(value);
  });
}
