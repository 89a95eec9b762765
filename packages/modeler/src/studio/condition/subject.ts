import type { Text } from '@guicheng/runtime/model';
import type { FieldType } from '@guicheng/runtime/checking';

/** Something that a condition can ask about: a field, what was decided, or what everybody at a step of several answered. */
export interface Subject {
  readonly key: string;
  readonly name: Text;
  /** `unknown`: a value that a call, a message or a calculation brings. */
  readonly type: FieldType | 'decision' | 'unknown';
  readonly options: readonly { readonly value: string; readonly name: Text }[];
  /** A list of answers: the question goes to each of them. */
  readonly each: boolean;
}
