import type { ElementId, ScopeId } from '../words/ids.ts';
import { joinComplex } from './complexGateway.ts';
import { joinParallel } from './parallelGateway.ts';
import { gather } from './quantities.ts';
import { elementOf } from './run/place.ts';
import type { Run } from './run/run.ts';

/** A token has come to where tokens wait for each other; an inclusive join that has all of them need not wait until all else rests. */
export function join(run: Run, element: ElementId, scope: ScopeId): void {
  switch (elementOf(run, scope, element).type) {
    case 'parallelGateway':
    case 'inclusiveGateway':
      return joinParallel(run, element, scope);
    case 'complexGateway':
      joinComplex(run, element, scope);
      return;
    default:
      return gather(run, element, scope);
  }
}
