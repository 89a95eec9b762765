import { refuse, type Refused } from '@guicheng/runtime';
import type { RefusalCode } from '@guicheng/runtime/model';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Problem } from '../contract.ts';
import { pathOf } from './log.ts';

/** Which status each refusal has: the one place where codes meet HTTP. */
export const STATUS: { readonly [code in RefusalCode]: number } = {
  notFound: 404,
  notAllowed: 403,
  signInNeeded: 401,
  wrongPassword: 401,
  tooManyTries: 429,
  invalidInput: 400,
  unknownField: 400,
  readOnlyField: 400,
  wrongType: 400,
  required: 400,
  alreadyDone: 409,
  takenByAnother: 409,
  changedMeanwhile: 409,
  requestReused: 409,
  illegalMove: 409,
  notWaiting: 409,
  ambiguous: 409,
  unknownElement: 400,
  unsupported: 422,
  invalidDiagram: 422,
  notPublished: 404,
  fileTooLarge: 413,
  fileTypeRefused: 415,
  foreignOrigin: 403,
  numberTaken: 409,
  unavailable: 503,
  broken: 500,
};

/** Answers with a refusal as RFC 9457. What is not there names nothing, so that it reads the same for every asker and every id. */
export function sendProblem(response: Response, refused: Refused): void {
  const status = STATUS[refused.code];
  const hidden = refused.code === 'notFound';
  const problem: Problem = {
    type: 'about:blank',
    title: refused.expected.en ?? refused.expected.zh,
    status,
    code: refused.code,
    culprit: hidden ? '' : refused.culprit,
    expected: refused.expected,
    ...(refused.by ? { by: refused.by } : {}),
    ...(refused.fields ? { fields: refused.fields } : {}),
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}

const BROKEN = {
  zh: '服务器内部错误，您的内容没有丢失，请稍后再试',
  en: 'Something broke inside the server; nothing of yours is lost, try again shortly',
};
const AWAY = {
  zh: '数据库暂时不可用，没有保存任何内容，请稍后再试',
  en: 'The database cannot be reached; nothing was saved, try again shortly',
};

/** What express and its readers throw for input that cannot be read, by their own names for it. */
const UNREADABLE: { readonly [type: string]: Refused } = {
  'entity.too.large': refuse('fileTooLarge', 'body', { zh: '请求内容不得超过 1 MB', en: 'A request may hold at most 1 MB' }),
  'entity.parse.failed': refuse('invalidInput', 'body', { zh: '请求内容应为 JSON', en: 'The request must be JSON' }),
  'charset.unsupported': refuse('invalidInput', 'Content-Type', { zh: '请求内容应为 UTF-8 编码', en: 'The request must be in UTF-8' }),
  'encoding.unsupported': refuse('invalidInput', 'Content-Encoding', {
    zh: '请求内容不应压缩，或用 gzip、deflate、br 压缩',
    en: 'The request must not be compressed, or with gzip, deflate or br',
  }),
};
/** Only what carries a diagram may be larger than a megabyte. */
const DIAGRAM_TOO_LARGE = refuse('fileTooLarge', 'body', { zh: 'BPMN 文件不超过 2 MB', en: 'A BPMN file of at most 2 MB' });
const UNREAD = refuse('invalidInput', 'request', { zh: '请求不完整或无法读取', en: 'The request is not whole or cannot be read' });
const NOWHERE = refuse('notFound', '', { zh: '没有这项内容，或者您无权查看', en: 'There is no such thing, or it is not for you to see' });

/** Whatever was thrown: told without details, logged with them. Express knows an error handler by its four parameters. */
// oxlint-disable-next-line max-params
export const problems = (log: Logger) => (error: unknown, request: Request, response: Response, next: NextFunction) => {
  if (response.headersSent) return next(error);
  const { name, status, type, limit } = (error ?? {}) as {
    readonly name?: string;
    readonly status?: number;
    readonly type?: string;
    readonly limit?: number;
  };
  if (name === 'StoreUnavailable') return sendProblem(response, refuse('unavailable', 'store', AWAY));
  if (type === 'entity.too.large' && limit !== undefined && limit > 1024 * 1024) return sendProblem(response, DIAGRAM_TOO_LARGE);
  const unreadable = type === undefined ? undefined : UNREADABLE[type];
  if (unreadable) return sendProblem(response, unreadable);
  // A path that cannot be decoded, a page that was not built.
  if (name === 'URIError' || status === 404) return sendProblem(response, NOWHERE);
  if (status !== undefined && status >= 400 && status < 500) return sendProblem(response, UNREAD);
  log.error({ error, method: request.method, url: pathOf(request.originalUrl) }, 'a promise was broken');
  return sendProblem(response, refuse('broken', 'server', BROKEN));
};
