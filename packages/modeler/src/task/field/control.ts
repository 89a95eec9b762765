import type { FormField, Json } from '@guicheng/server/contract';

/** What every control is given: the field, what stands in it, whether it is at fault, and how a change is told. */
export interface Control {
  /** Of the element that takes the focus; the label points at it. */
  readonly id: string;
  readonly field: FormField;
  readonly value: Json;
  readonly faulty: boolean;
  /** The element that says what is expected or wrong. */
  readonly describedBy: string | undefined;
  readonly change: (value: Json) => void;
  /** In a table: one line, nothing beside it. */
  readonly compact?: boolean;
}

/** The label of a control: a group of buttons or boxes is no single element that `for` could point at. */
export const labelId = (id: string): string => `${id}-label`;

/** What screen readers are told of a control. */
export const spoken = ({ id, field, faulty, describedBy }: Control) => ({
  id,
  'aria-required': field.required,
  'aria-invalid': faulty,
  ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
});
