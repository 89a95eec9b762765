import { answersIn } from '../diagram/dmn/answersIn.ts';
import { chosen } from '../diagram/dmn/chosen.ts';
import type { Process } from '../diagram/model.ts';
import type { Field } from '../diagram/office.ts';
import type { Json } from '../words/json.ts';
import { type Compared, literalsIn } from './literals.ts';
import type { Subject } from './subject.ts';
import { numbersToTell, textsToTell, valuesToTell } from './valuesToTell.ts';

/** The values of a name that the conditions of a process can tell apart, one for each sort; `null` is not among them. */
export function valuesOf(process: Process, subject: Subject, name: string): readonly Json[] {
  const free = subject.free.get(name);
  if (free && free.values.length > 0) return free.values;
  const compared = (subject.readers.get(name) ?? []).map(literalsIn);
  const field = subject.fields.get(name);
  const options = [...new Set([...optionsOf(process, name), ...decidedFor(process, name)])];
  if (options.length > 0 && field?.type !== 'choices') return someOf(options, compared);
  return field ? ofField(field, compared) : valuesToTell(compared);
}

/** The buttons of every decision of this name, or the choices of the field. */
function optionsOf(process: Process, name: string): readonly string[] {
  const decided = process.elements.flatMap(({ office }) => (office.decision?.key === name ? office.decision.options : []));
  const chosen = process.fields.find((field) => field.key === name)?.options ?? [];
  return [...new Set([...decided, ...chosen].map(({ value }) => value))];
}

/** The texts that decision tables write into a name, where a column of answers holds nothing else. */
function decidedFor(process: Process, name: string): readonly string[] {
  return process.elements.flatMap(({ job }) => {
    const written = job?.type === 'decide' ? job.output.find(({ to }) => to === name) : undefined;
    const found = job?.type === 'decide' && written ? chosen(process.tables ?? [], job) : undefined;
    return found ? answersIn(found.decision, written?.from ?? '') : [];
  });
}

/** Options that a condition names, and one that stands for the rest. */
function someOf(options: readonly string[], compared: readonly Compared[]): readonly string[] {
  const named = new Set(compared.flatMap(({ texts }) => texts));
  const rest = options.find((option) => !named.has(option));
  return [...options.filter((option) => named.has(option)), ...(rest === undefined ? [] : [rest])];
}

function ofField(field: Field, compared: readonly Compared[]): readonly Json[] {
  switch (field.type) {
    case 'yesNo':
      return [true, false];
    case 'choices':
      return setsOf(
        someOf(
          field.options.map(({ value }) => value),
          compared,
        ),
      );
    case 'number':
    case 'money':
      return numbersToTell(compared, field);
    case 'persons':
    case 'units':
    case 'files':
      return [['甲'], ['甲', '乙']];
    case 'table':
      return [[{}], [{}, {}]];
    default:
      return textsToTell(compared);
  }
}

/** Sets of choices: each alone, all together, and up to three choices in every combination. */
function setsOf(options: readonly string[]): readonly (readonly string[])[] {
  if (options.length > 3) return [...options.map((option) => [option]), options];
  let sets: readonly (readonly string[])[] = [[]];
  for (const option of options) sets = sets.concat(sets.map((set) => [...set, option]));
  return sets.filter((set) => set.length > 0);
}
