import { native } from './native.ts';

/** A sequence flow that is only ever taken: the engine's discards run down every way that is not taken, which is exponential. */
export class QuietFlow extends native.SequenceFlow {
  override discard(): void {}
}
