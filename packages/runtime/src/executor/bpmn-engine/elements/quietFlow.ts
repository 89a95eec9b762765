import { type FlowDefinition, native } from './native.ts';

/** A sequence flow that is only ever taken: the engine's discards run down every way that is not taken, which is exponential. */
export class QuietFlow extends native.SequenceFlow {
  constructor(definition: FlowDefinition, context: unknown) {
    super(definition, context);
  }

  override discard(): void {}
}
