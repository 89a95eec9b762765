import type { Operation } from '@guicheng/runtime/checking';
import type { Plain } from '../../file/plain.ts';

/** What a doer may do beside completing, in the order in which it is offered. */
export const OPERATIONS: readonly Operation[] = ['return', 'withdraw', 'reassign', 'consult', 'addSigner', 'removeSigner', 'urge', 'batch'];

/** How a step is handled, with what the vocabulary takes for absent values. */
export interface Handling {
  readonly attention: 'do' | 'read';
  readonly withdrawUntil: 'taken' | 'completed';
  readonly operations: readonly Operation[];
}

/** From a `gc:handling`, or from none. */
export const handlingOf = (plain: Plain): Handling => {
  const named = String(plain['operations'] ?? '').split(/\s+/);
  return {
    attention: plain['attention'] === 'read' ? 'read' : 'do',
    withdrawUntil: plain['withdrawUntil'] === 'taken' ? 'taken' : 'completed',
    operations: named.flatMap((name) => OPERATIONS.find((operation) => operation === name) ?? []),
  };
};

/** What the file is to say: nothing of what is so anyway, and no word at all where everything is. */
export function plainHandling({ attention, withdrawUntil, operations }: Handling): readonly Plain[] {
  const plain: Plain = {
    ...(attention === 'read' ? { attention } : {}),
    ...(withdrawUntil === 'taken' ? { withdrawUntil } : {}),
    ...(operations.length > 0 ? { operations: operations.join(' ') } : {}),
  };
  return Object.keys(plain).length > 0 ? [plain] : [];
}

/** One operation more or less; the others keep the order in which the file has them. */
export const toggled = (operations: readonly Operation[], operation: Operation): readonly Operation[] =>
  operations.includes(operation) ? operations.filter((one) => one !== operation) : [...operations, operation];
