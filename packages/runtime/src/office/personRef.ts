import type { Text } from '../words/text.ts';

/** A person as others see them. */
export interface PersonRef {
  readonly id: string;
  readonly name: Text;
}
