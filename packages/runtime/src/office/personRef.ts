import type { Text } from '../words/text.ts';

/** A person as others see them. */
export interface PersonRef {
  readonly id: string;
  readonly name: Text;
}

/** Person or post as a holder of work, ready to be shown: 文书室 · 办公室. */
export interface SeatRef {
  readonly seat: string;
  readonly name: Text;
  readonly people: readonly PersonRef[];
}
