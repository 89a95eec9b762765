import { evaluateCondition } from '../diagram/feel/condition.ts';
import { names } from '../diagram/feel/names.ts';
import { MOMENT } from './moment.ts';
import type { Data, Json } from '../words/json.ts';
import { literalsIn } from './literals.ts';
import { valuesToTell } from './valuesToTell.ts';

/** More combinations than this of one expression are not tried. */
const MOST = 128;

/** What the kernel itself gives within the conditions of multi-instances, loops and complex gateways. */
const GIVEN: Data = { numberOfInstances: 2, numberOfTerminatedInstances: 0, loopCounter: 1, activationCount: 1, waitingForStart: true };
const COUNTS: readonly Data[] = [
  { ...GIVEN, numberOfCompletedInstances: 1, numberOfActiveInstances: 1 },
  { ...GIVEN, numberOfCompletedInstances: 2, numberOfActiveInstances: 0 },
];

/** Names that the kernel gives. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(Object.keys(COUNTS[0] ?? {}));

/**
 * Expressions that read a name of which the diagram tells nothing, and that are neither true nor false for some value that the expressions
 * together seem to give it: what type it has cannot be told from them.
 */
export function undecidable(expressions: readonly string[], isUndeclared: (name: string) => boolean): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  const asking = [...new Set(expressions)].filter((expression) => names(expression).some(isUndeclared));
  for (const expression of asking)
    for (const name of names(expression)) {
      const found = readers.get(name);
      if (found) found.push(expression);
      else if (isUndeclared(name)) readers.set(name, [expression]);
    }
  const told = new Map([...readers].map(([name, reading]) => [name, valuesToTell(reading.map(literalsIn))]));
  const values = (name: string): readonly Json[] => told.get(name) ?? [];
  return new Set(
    asking.filter((expression) => {
      let found: readonly Data[] = COUNTS;
      for (const name of names(expression).filter(isUndeclared))
        if (found.length <= MOST) found = found.flatMap((data) => values(name).map((value) => ({ ...data, [name]: value })));
      // Of what else it reads nothing is known here, so whether it can be told then is not judged.
      const whole = names(expression).every((name) => isUndeclared(name) || GIVEN_NAMES.has(name));
      return !whole || found.length > MOST || found.some((data) => evaluateCondition(expression, data, MOMENT).value === 'neither');
    }),
  );
}
