import { wordsOf } from '../../../file/extension.ts';
import { textAt } from '../../../file/moddle.ts';
import { heldBy } from '../../../file/fields.ts';
import { processOf } from '../../../file/process.ts';
import type { NameOf } from '../../../condition/say.ts';
import type { Subject } from '../../../condition/subject.ts';
import { subjectOf, subjectsOf } from '../../condition/subjects.ts';
import { useNames } from '../../condition/useNames.ts';
import { fieldsOf } from '../../form/fieldPlain.ts';
import { aboutInput, aboutOutput } from '../about.ts';
import type { About } from '../cell/sayCell.ts';
import { targetsAt, type TablePlace } from '../tableCommands.ts';

/** What the columns of a table are about, in the words of the flow. */
export interface Reading {
  /** What can be asked. */
  readonly subjects: readonly Subject[];
  /** What an answer can be kept in. */
  readonly fields: readonly Subject[];
  /** Names that the step gives to its table besides. */
  readonly given: ReadonlySet<string>;
  /** All names that a cell can read, with blanks between. */
  readonly names: string;
  /** Where each answer goes. */
  readonly targets: readonly string[];
  readonly inputs: readonly About[];
  readonly outputs: readonly About[];
}

/** Reads what a table's columns are about; names of people and units are loaded where a column can hold some. */
export function useReading(place: TablePlace): Reading {
  const { element, grid } = place;
  const process = processOf(element);
  const subjects = process ? subjectsOf(process, element.businessObject).filter(({ each }) => !each) : [];
  const nameOf: NameOf = useNames(subjects);
  // A number is given by its series, a file is laid in by people: no table answers with one.
  const fields = process
    ? fieldsOf(process)
        .map(subjectOf)
        .filter(({ type }) => !UNANSWERED.has(type))
    : [];
  const targets = targetsAt(place);
  const given = wordsOf(element, 'gc:In').map((word) => textAt(word, 'to'));
  return {
    subjects,
    fields,
    given: new Set(given),
    names: [...(process ? heldBy(process).map(({ key }) => key) : []), ...subjects.map(({ key }) => key), ...given].join(' '),
    targets,
    inputs: grid.inputs.map((_, column) => ({ subject: aboutInput(grid, column, subjects), nameOf })),
    outputs: grid.outputs.map((_, column) => {
      const field = subjects.find(({ key }) => key === targets[column]);
      return { subject: aboutOutput(grid, column, field), nameOf };
    }),
  };
}

const UNANSWERED: ReadonlySet<string> = new Set(['series', 'signature', 'file', 'files', 'table']);
