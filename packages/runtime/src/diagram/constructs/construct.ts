import type { Text } from '../../words/text.ts';
import type { Element } from '../model.ts';

/** A construct of the standard's executable class, as docs/bpmn-support.md lists it and an executor names it when it refuses one. */
export interface Construct {
  /** Unique; closed over the whole list. */
  readonly key: string;
  /** By the standard's words, and in Chinese. */
  readonly name: Required<Text>;
  /** Whether an element is one, or has one. */
  is(element: Element): boolean;
}

/** Constructs that stand together in one chapter of the standard. */
export interface Chapter {
  readonly name: Required<Text>;
  readonly constructs: readonly Construct[];
}
