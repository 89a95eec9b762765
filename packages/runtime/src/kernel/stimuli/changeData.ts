import type { ScopeId } from '../../words/ids.ts';
import { isSafeKey } from '../../words/json.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Change } from '../change.ts';
import { change, keepsData, ownChange } from '../run/data.ts';
import type { Run } from '../run/run.ts';

/** Writes changes from outside, made at a step of the scope `from` or at none. Each names a scope that keeps data now; one that does not spoils all. */
export function changeData(run: Run, changes: readonly Change[], from?: ScopeId): Refused | undefined {
  for (const { scope, path } of changes) {
    const kept = run.scopes.get(scope);
    if (!kept || !keepsData(kept))
      return refuse('invalidInput', scope, { zh: '该办件现有的一个数据范围', en: 'A data scope that the case has now' });
    const unsafe = path.length === 0 ? '' : path.find((key) => !isSafeKey(key));
    if (unsafe !== undefined) return refuse('invalidInput', unsafe, { zh: '可以使用的字段名', en: 'The name of a field' });
  }
  for (const one of changes) change(run, from ? ownChange(run, from, one) : one);
  return undefined;
}
