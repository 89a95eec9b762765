import type { Field } from '../diagram/office.ts';
import type { ElementId } from '../words/ids.ts';

/** The form of one step, or of a start: what is hidden there is not in it. */
export interface Form {
  readonly element: ElementId;
  readonly fields: readonly FormEntry[];
  /** Where the step ends in a decision. */
  readonly decision?: { readonly key: string };
}

/** A field as this step shows it; `required` is the step's own word where it has one, and never holds for reading. */
export interface FormEntry extends Field {
  readonly access: 'read' | 'write';
  /** Of a field that each of several filled in: the lists in which their values were gathered, where the step only shows it. */
  readonly gathered?: readonly string[];
}
