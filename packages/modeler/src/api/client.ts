import type { Problem, Text } from '@guicheng/server/contract';
import { moment } from '../words/moment.ts';

/** What the server refused, with its sentence in both languages. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const AWAY: Text = {
  zh: '连接不上服务器，您填的内容还在这里，请稍后再试',
  en: 'The server cannot be reached; what you wrote is still here, try again shortly',
};
const GARBLED: Text = {
  zh: '服务器的答复无法识别，您填的内容还在这里，请稍后再试；如果一直这样，请告诉管理员',
  en: 'The server’s answer makes no sense; what you wrote is still here, try again shortly, and tell an administrator if it stays like this',
};

/** A refusal that the server did not word itself. */
const refusal = (status: number, culprit: string, expected: Text): Refusal =>
  new Refusal({ type: 'about:blank', title: expected.en ?? expected.zh, status, code: 'unavailable', culprit, expected });

/** What a browser lets a page send after it has gone, in bytes; its own limit is 64 KiB for all requests together. */
const AFTER_LEAVING = 60_000;

/**
 * Asks the server. A body of bytes is JSON that was gzipped; a small one arrives even when the page has gone. Throws `Refusal` with what the
 * server said, or that it could not be reached.
 */
export async function ask<Value>(path: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET', body?: unknown): Promise<Value> {
  const isForm = body instanceof FormData;
  const gzipped = body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : undefined;
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: isForm ? body : (gzipped ?? JSON.stringify(body)) }),
    ...(body === undefined || isForm
      ? {}
      : { headers: { 'Content-Type': 'application/json', ...(gzipped ? { 'Content-Encoding': 'gzip' } : {}) } }),
    ...(gzipped && gzipped.length < AFTER_LEAVING ? { keepalive: true } : {}),
  }).catch(() => undefined);
  if (!response) throw refusal(0, 'network', AWAY);
  if (response.status === 204) return undefined as Value;
  // Between here and the server a proxy may answer with a page of its own.
  const answer = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok && answer !== undefined) return answer as Value;
  throw isProblem(answer) ? new Refusal(answer) : refusal(response.status, 'answer', response.status >= 502 ? AWAY : GARBLED);
}

const isProblem = (answer: unknown): answer is Problem =>
  answer !== null && typeof answer === 'object' && 'code' in answer && 'expected' in answer;

/** One id per intention: asking again with it does nothing twice. */
export const newRequest = (): string => crypto.randomUUID();

/** What went wrong, in words: which field, and who was faster and when. */
export function reasonOf(error: unknown): Text {
  if (!(error instanceof Refusal)) return { zh: '出了意外，请刷新后重试', en: 'Something unexpected happened; reload and try again' };
  const { expected, by, culprit, code, fields } = error.problem;
  if (by) {
    const at = moment(by.at);
    return { zh: `${expected.zh}（${by.name}，${at}）`, en: `${expected.en ?? expected.zh} (${by.name}, ${at})` };
  }
  if (fields && fields.length > 1) {
    return { zh: fields.map((one) => one.expected.zh).join('；'), en: fields.map((one) => one.expected.en ?? one.expected.zh).join('; ') };
  }
  return code === 'required' || code === 'wrongType'
    ? { zh: `${culprit}：${expected.zh}`, en: `${culprit}: ${expected.en ?? expected.zh}` }
    : expected;
}
