import type { Problem, Text } from '@guicheng/server/contract';

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

/** Asks the server. Throws `Refusal` with what it said, or that it could not be reached. */
export async function ask<Value>(path: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET', body?: unknown): Promise<Value> {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(body === undefined || isForm ? {} : { headers: { 'Content-Type': 'application/json' } }),
  }).catch(() => undefined);
  if (!response)
    throw new Refusal({ type: 'about:blank', title: AWAY.en ?? '', status: 0, code: 'unavailable', culprit: 'network', expected: AWAY });
  if (!response.ok) throw new Refusal((await response.json()) as Problem);
  return (response.status === 204 ? undefined : await response.json()) as Value;
}

/** One id per intention: asking again with it does nothing twice. */
export const newRequest = (): string => crypto.randomUUID();

/** What went wrong, in words, with who and when where another was faster. */
export function reasonOf(error: unknown): Text {
  if (!(error instanceof Refusal)) return { zh: '出了意外，请刷新后重试', en: 'Something unexpected happened; reload and try again' };
  const { expected, by, culprit, code } = error.problem;
  if (by) {
    const at = new Date(by.at).toLocaleString();
    return { zh: `${expected.zh}（${by.name}，${at}）`, en: `${expected.en ?? expected.zh} (${by.name}, ${at})` };
  }
  return code === 'required' || code === 'wrongType'
    ? { zh: `${culprit}：${expected.zh}`, en: `${culprit}: ${expected.en ?? expected.zh}` }
    : expected;
}
