import type { Express, Request } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sendProblem } from './problem.ts';
import { UNKNOWN } from './route.ts';

/** What is looked up when the metrics are asked for. */
interface Told {
  readonly sockets: () => number;
  readonly lostRaces: () => number;
}

/** Durations by route (its pattern, never an id), open sockets and the process's own figures, at /metrics for this machine only. */
export function measure(app: Express, told: Told): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'guicheng_http_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const open: Gauge = new Gauge({
    name: 'guicheng_sockets',
    help: 'Browsers that are told of changes as they happen',
    registers: [registry],
    collect(): void {
      open.set(told.sockets());
    },
  });
  const lost: Counter = new Counter({
    name: 'guicheng_lost_races_total',
    help: 'Commands decided anew because another server had been faster on the same case',
    registers: [registry],
    collect(): void {
      lost.reset();
      lost.inc(told.lostRaces());
    },
  });
  app.use((request, response, next) => {
    const end = durations.startTimer();
    response.on('finish', () => end({ method: request.method, route: patternOf(request), status: response.statusCode }));
    next();
  });
  app.get('/metrics', async (request, response) => {
    if (!isFromHere(request)) return sendProblem(response, UNKNOWN);
    response.type(registry.contentType).send(await registry.metrics());
  });
}

const patternOf = (request: Request): string => (request.route as { readonly path?: unknown } | undefined)?.path?.toString() ?? 'none';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Asked on this machine, and not by a proxy on it that asks for somebody else. */
const isFromHere = (request: Request): boolean =>
  LOOPBACK.has(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for'] && !request.headers['forwarded'];
