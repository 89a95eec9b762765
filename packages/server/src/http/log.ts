import type { RequestHandler } from 'express';
import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

interface Fault {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly stack?: unknown;
}

/** Only these of a fault: what else hangs on it (a body that did not parse) is somebody's. */
const fault = (error: unknown): Fault => {
  const { name, message, code, stack } = (error !== null && typeof error === 'object' ? error : { message: error }) as Fault;
  return { name, message, code, stack };
};

/** The log, to stdout where nothing else is said. */
export const openLog = (level: string, to?: DestinationStream): Logger => {
  const options = { level, serializers: { error: fault, err: fault } };
  return to ? pino(options, to) : pino(options);
};

/** Method, path and status of each request; neither bodies nor queries nor cookies. Costs nothing where the log does not want them. */
export const logged = (log: Logger): RequestHandler =>
  log.isLevelEnabled('info')
    ? pinoHttp({
        logger: log,
        wrapSerializers: false,
        serializers: {
          req: (request: { readonly method: string; readonly url: string }) => ({ method: request.method, url: pathOf(request.url) }),
          res: (response: { readonly statusCode: number }) => ({ status: response.statusCode }),
          err: (error: Error) => fault(stdSerializers.err(error)),
        },
      })
    : (_request, _response, next) => next();

/** The path of an address, without the query: that is somebody's. */
export const pathOf = (url: string): string => url.split('?')[0] ?? '';
