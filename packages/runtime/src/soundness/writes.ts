import type { Element, Process } from '../diagram/model.ts';
import { firstOf, outputs } from './simplified.ts';
import type { Subject } from './subject.ts';

/** A followed name that an element writes when it is done; `maybe`: it may be left empty. */
export interface Write {
  readonly name: string;
  readonly maybe: boolean;
  /** Kept with the item of a multi-instance. */
  readonly own: boolean;
  readonly decides: boolean;
}

/** What a step writes of the names that are followed: its decision, the fields it may fill in, what it is answered. */
export function writesOf(process: Process, subject: Subject, element: Element): readonly Write[] {
  const { office, type } = element;
  const writes: Write[] = [];
  const person = type === 'userTask' || type === 'manualTask' || type === 'startEvent';
  for (const { field: key, access, required } of person ? office.access : []) {
    const field = subject.fields.get(key);
    if (access !== 'write' || !field || !subject.relevant.has(key)) continue;
    writes.push({ name: key, maybe: !(required ?? field.required), own: field.perItem, decides: false });
  }
  const { decision } = office;
  if (person && decision && subject.relevant.has(decision.key)) {
    writes.push({ name: decision.key, maybe: false, own: true, decides: true });
  }
  const throws = type === 'endEvent' || type === 'intermediateThrowEvent' || type === 'sendTask';
  for (const { to } of throws ? [] : outputs(element, subject)) {
    const name = firstOf(to);
    writes.push({ name, maybe: mayBeMissing(process, name), own: perItem(process, name), decides: false });
  }
  return writes;
}

/** What comes from outside is taken as complete where the form would ask for it. */
const mayBeMissing = (process: Process, name: string): boolean => {
  const field = process.fields.find(({ key }) => key === name);
  return field !== undefined && !field.required;
};

const perItem = (process: Process, name: string): boolean => process.fields.some((field) => field.key === name && field.perItem);
