import { answersAlways } from '../diagram/dmn/answersAlways.ts';
import { chosen } from '../diagram/dmn/chosen.ts';
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
  for (const { from, to } of throws ? [] : outputs(element, subject)) {
    const name = firstOf(to);
    const maybe = mayBeMissing(process, name) && !isAnswered(process, element, from);
    writes.push({ name, maybe, own: perItem(process, name), decides: false });
  }
  const anew = writtenBy(element);
  for (const [name, { kept, reads }] of subject.free)
    if (kept && reads.some((read) => anew.has(read))) writes.push({ name, maybe: false, own: false, decides: false });
  return writes;
}

/** All that a step writes when it is done, whether it is followed or not. */
function writtenBy({ office, job, call }: Element): ReadonlySet<string> {
  const filled = office.access.flatMap(({ field, access }) => (access === 'write' ? [field] : []));
  const answered = [...(call?.out ?? []), ...(job && job.type !== 'set' ? job.output : [])].map(({ to }) => firstOf(to));
  return new Set([...filled, ...answered, ...(office.decision ? [office.decision.key] : [])]);
}

/** What comes from outside is taken as complete where the form would ask for it. */
const mayBeMissing = (process: Process, name: string): boolean => {
  const field = process.fields.find(({ key }) => key === name);
  return field !== undefined && !field.required;
};

/** A table that must answer, and says something in each of its cells. */
function isAnswered({ tables = [] }: Process, { job }: Element, read: string): boolean {
  const found = job?.type === 'decide' && job.required ? chosen(tables, job) : undefined;
  return found !== undefined && answersAlways(found.decision, read);
}

const perItem = (process: Process, name: string): boolean => process.fields.some((field) => field.key === name && field.perItem);
