import { expect, test } from '@jest/globals';
import { knownOf } from '../../../../packages/modeler/src/studio/drawing/check/knownOf.ts';
import { AROUND } from '../panel/desk.ts';

test('the rules are told which flows call which', () => {
  expect(knownOf(AROUND)).toMatchObject({
    processes: ['seal-use', 'outgoing-document'],
    calls: [{ from: 'outgoing-document', to: 'seal-use' }],
  });
});
