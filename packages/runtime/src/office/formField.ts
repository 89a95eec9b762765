import type { Json } from '../words/json.ts';
import type { Text } from '../words/text.ts';

/** One choice of a field. */
export interface FormOption {
  readonly value: string;
  readonly name: Text;
}

/** A field of a form as the browser draws it. */
export interface FormField {
  readonly key: string;
  readonly name: Text;
  readonly type: string;
  readonly access: 'read' | 'write';
  readonly required: boolean;
  readonly help?: Text;
  readonly options: readonly FormOption[];
  readonly columns: readonly FormField[];
  /** FEEL; the browser asks `shownFields` of the runtime's model door. */
  readonly showWhen?: string;
  /** What the condition reads beside this form's own fields. */
  readonly given?: { readonly [field: string]: Json };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maximumLength?: number;
  readonly decimals?: number;
  readonly value: Json;
  /** For values that are ids (people, units, files): how they read. */
  readonly shown?: readonly { readonly id: string; readonly name: Text }[];
  /** What each of several people filled in at an earlier step, in the order of their list. */
  readonly each?: readonly { readonly by: Text; readonly value: Json }[];
}
