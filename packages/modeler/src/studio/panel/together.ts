import type { Services } from '../file/moddle.ts';

interface CommandStack {
  register(name: string, handler: { preExecute(context: { readonly changes: () => void }): void }): void;
  execute(name: string, context: { readonly changes: () => void }): void;
}

const TOGETHER = 'guicheng.together';
const known = new WeakSet<CommandStack>();

/** Several commands as one step of undo. The work runs once, at once; what it does beside commands is not undone. */
export function together(modeler: Services, changes: () => void): void {
  const stack = modeler.get<CommandStack>('commandStack');
  if (!known.has(stack)) {
    stack.register(TOGETHER, { preExecute: (context) => context.changes() });
    known.add(stack);
  }
  stack.execute(TOGETHER, { changes });
}
