import { id, type ElementId, type ScopeId, type VisitId } from '../../words/ids.ts';
import type { Instance, Token } from '../marking.ts';
import { type Run, number } from './run.ts';

/** What a new token is told. */
export interface Birth {
  readonly element: ElementId;
  readonly scope: ScopeId;
  readonly from: readonly VisitId[];
  readonly side?: VisitId | undefined;
  readonly instance?: Instance;
  readonly late?: boolean;
}

/** Puts a token on an element; it enters when its turn comes. */
export function spawn(run: Run, birth: Birth): Token {
  const token = stand(run, birth);
  run.queue.push({ do: 'enter', visit: token.visit, again: false });
  return token;
}

/** Puts a token on an element that it does not enter: what the element would do has happened, or whoever puts it there does it. */
export function stand(run: Run, { element, scope, from, side, instance, late }: Birth): Token {
  const visit = id<'v'>(`v${number(run)}`);
  const marks = side !== undefined || instance !== undefined || late === true;
  const token: Token = marks
    ? { visit, element, scope, from, ...(side ? { side } : {}), ...(instance ? { instance } : {}), ...(late ? { late } : {}) }
    : { visit, element, scope, from };
  run.tokens.set(visit, token);
  return token;
}
