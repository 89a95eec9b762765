import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { type Change, type ScopedData, withChange, withChanges } from '../../../packages/runtime/src/kernel/change.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';

const name = fc.constantFrom('a', 'b', 'c');
const value = fc.oneof(fc.integer(), fc.record({ a: fc.integer() }), fc.constant(undefined));
const change = fc
  .record({ scope: fc.constantFrom('s1', 's2', 's3'), path: fc.array(name, { maxLength: 3 }), to: value })
  // The whole of a scope is only ever taken away.
  .map(({ scope, path, to }): Change => ({ scope: id(scope), path, to: path.length === 0 ? undefined : to }));
const data = fc.dictionary(fc.constantFrom('s1', 's2'), fc.dictionary(name, fc.integer()));

test('given any changes, made together they give what they give one by one, and what was before stays as it was', () => {
  fc.assert(
    fc.property(data, fc.array(change, { maxLength: 12 }), (before: ScopedData, changes) => {
      const written = JSON.stringify(before);
      const together = withChanges(before, changes);
      expect(together).toEqual(changes.reduce(withChange, before));
      expect(JSON.stringify(before)).toBe(written);
      for (const one of changes) expect(withChanges(together, [one])).toEqual(withChange(together, one));
    }),
    { numRuns: 300 },
  );
});
