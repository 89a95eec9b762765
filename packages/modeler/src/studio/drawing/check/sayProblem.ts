import type { Problem } from '@guicheng/runtime/checking';
import type { Text } from '@guicheng/server/contract';

/** What is wrong, for somebody who sees the canvas: without the ids that lead to the place in a terminal; here a click leads there. */
export const sayProblem = ({ message, element }: Pick<Problem, 'message' | 'element'>, t: (text: Text) => string): string =>
  t(message).replaceAll(`（${element}）`, '').replaceAll(` (${element})`, '');
