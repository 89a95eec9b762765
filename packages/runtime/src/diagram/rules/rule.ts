import type { ProcessKey } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Diagram, Element, Process } from '../model.ts';

/** Something wrong with a diagram: an error stands in the way of publishing, a warning does not. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly process: ProcessKey;
  /** The element, flow or field at fault. */
  readonly element: string;
  readonly message: Text;
}

/** What lies outside the file: the processes that can be called, the office's posts and units. Absent: not known, so not judged. */
export interface Known {
  readonly processes?: readonly ProcessKey[];
  /** Which of them call which. */
  readonly calls?: readonly { readonly from: ProcessKey; readonly to: ProcessKey }[];
  /** By id, and by each name that only one has. */
  readonly posts?: readonly string[];
  /** By account. */
  readonly people?: readonly string[];
  readonly units?: readonly string[];
}

/** What a rule may look at beside the process. */
export interface Around {
  readonly diagram: Diagram;
  readonly known: Known;
}

/** What a rule says of one place. */
export interface Fault {
  readonly element: string;
  readonly message: Text;
}

/** One rule: a file of its name in this folder, the sentence it stands for, and what it finds. */
export interface Rule {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly sentence: Text;
  check(process: Process, around: Around): readonly Fault[];
}

/** How a place is called in a message: by its name; only what has none is called by its id. */
export const called = (place: { readonly id: string; readonly name: Text }): Required<Text> => {
  const { zh, en } = place.name;
  return { zh: `“${zh || en || place.id}”`, en: `“${en || zh || place.id}”` };
};

/** Work that has a name of its own on the board or in the handbook. */
export const isStep = ({ type }: Pick<Element, 'type'>): boolean =>
  type === 'task' ||
  type.endsWith('Task') ||
  type === 'callActivity' ||
  type === 'subProcess' ||
  type === 'adHocSubProcess' ||
  type === 'transaction';
