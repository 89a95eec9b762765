import { isSafeKey, refuse, type Refused } from '@guicheng/runtime';
import type { NextFunction, Request, Response } from 'express';
import { sendProblem } from './problem.ts';

/** How deep a body may be nested: far more than any form is. */
const DEEPEST = 32;

/** Names that would reach an object's prototype, and bodies nested without end: refused before anything reads them. */
export function refuseReserved(request: Request, response: Response, next: NextFunction): void {
  const found = reservedIn(request.body, []) ?? reservedIn(request.query, []);
  if (!found) return next();
  sendProblem(response, found);
}

function reservedIn(value: unknown, path: readonly string[]): Refused | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (path.length > DEEPEST) {
    const place = path.slice(0, 3).join('.').slice(0, 64);
    return refuse('invalidInput', place, {
      zh: `“${place}”嵌套过深，最多 ${DEEPEST} 层`,
      en: `${place} is nested too deeply; at most ${DEEPEST} levels`,
    });
  }
  for (const [name, member] of Object.entries(value)) {
    const place = [...path, name];
    if (!isSafeKey(name)) {
      const field = place.join('.').slice(-64);
      const expected = {
        zh: `“${field}”：没有这个字段，也不能用这个名称`,
        en: `${field}: there is no such field, nor may one be called so`,
      };
      return { ...refuse('unknownField', field, expected), fields: [{ field, code: 'unknownField', expected }] };
    }
    const found = reservedIn(member, place);
    if (found) return found;
  }
  return undefined;
}
