import { expect, test } from '@jest/globals';
import { RULES } from '../../../packages/runtime/src/diagram/rules/all.ts';
import { OFFICE_RULES } from '../../../packages/runtime/src/soundness/officeRules.ts';

test('what stands only in the way of publishing is a rule of severity error each', () => {
  const errors = new Set(RULES.filter(({ severity }) => severity === 'error').map(({ name }) => name));
  expect([...OFFICE_RULES].filter((name) => !errors.has(name))).toEqual([]);
});
