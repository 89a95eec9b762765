import { chosen } from '../../diagram/dmn/chosen.ts';
import { namesRead } from '../../diagram/dmn/namesRead.ts';
import type { Element } from '../../diagram/model.ts';
import type { Field } from '../../diagram/office.ts';
import { names } from '../../diagram/feel/names.ts';
import type { Form, FormEntry } from '../../form/form.ts';
import type { ElementId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import type { Definition } from '../definitions.ts';
import type { Standstill } from './standstill.ts';

/**
 * What stands still reads, as a form in which it can be mended: fields of the process and decisions that were taken. Values that are
 * neither – results of a machine – are not in it, nor numbers of a series.
 */
export function readBy({ incident, definition, element }: Standstill): Form {
  const read = new Set(expressionsOf(definition, element, incident).flatMap((expression) => names(expression)));
  const fields = definition.process.fields.filter((field) => field.type !== 'series' && field.type !== 'signature');
  const known = new Set(definition.process.fields.map((field) => field.key));
  const mended = [...fields, ...decisions(definition).filter((field) => !known.has(field.key))].filter((field) => read.has(field.key));
  return { element: incident.element, fields: mended.map(asWritten) };
}

/** Whoever mends it sees the field whatever its own condition says, and may leave it empty. */
function asWritten(field: Field): FormEntry {
  const { showWhen, ...always } = field;
  return { ...(showWhen === undefined ? field : always), access: 'write', required: false };
}

/** The very expression that failed where it is told; else all that the place reads. */
function expressionsOf(definition: Definition, element: Element | undefined, { code, detail }: Standstill['incident']): readonly string[] {
  const told = ['condition', 'expression', 'written', 'from'].flatMap((key) => textIn(detail, key));
  if (told.length > 0) return told;
  if (!element) return [];
  if (code === 'noWayOn' || code === 'conditionUndecided') return conditionsAfter(definition, element.id);
  if (code === 'listEmpty' || code === 'listInvalid') return [element.many?.over ?? element.many?.cardinality ?? ''];
  const job = element.job && 'input' in element.job ? element.job.input : [];
  return [
    ...tableReads(definition, element),
    ...[...job, ...(element.mapping ?? []), ...(element.call?.in ?? []), ...(element.call?.out ?? [])].map(({ from }) => from),
  ];
}

/** What a table of its own asks of the case, without what the step gives it under names of the table's. */
function tableReads({ process }: Definition, { job }: Element): readonly string[] {
  const found = job?.type === 'decide' ? chosen(process.tables ?? [], job) : undefined;
  if (job?.type !== 'decide' || !found) return [];
  const given = new Set(job.input.map(({ to }) => to));
  return namesRead(found.file, found.decision).filter((name) => !given.has(name));
}

const textIn = (detail: Json, key: string): readonly string[] => {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail) || !Object.hasOwn(detail, key)) return [];
  const value = (detail as { readonly [key: string]: Json })[key];
  return typeof value === 'string' && value !== '' ? [value] : [];
};

const conditionsAfter = (definition: Definition, element: ElementId): readonly string[] =>
  definition.plan.outgoing(element).flatMap(({ condition }) => condition ?? []);

/** Decisions as fields: one of their options. */
const decisions = ({ process }: Definition): readonly Field[] =>
  process.elements.flatMap(({ office: { decision } }) =>
    decision
      ? [
          {
            key: decision.key,
            name: decision.name,
            type: 'choice',
            required: false,
            options: decision.options.map(({ value, name }) => ({ value, name })),
            columns: [],
            perItem: false,
          },
        ]
      : [],
  );

/** Whose value it is: an item's own, or the whole definition's. */
export const isPerItem = ({ process }: Definition, key: string): boolean =>
  process.fields.some((field) => field.key === key && field.perItem);
