import type { Json } from '@guicheng/runtime/model';
import { literal } from './writeAsked.ts';
import { CellReader } from './reader.ts';

/** Values that a cell can answer with as they are clicked: a text, a number, yes or no, or a list of texts. */
export type Answer = string | number | boolean | readonly string[];

/** What a cell answers: nothing (null), a value, or undefined where it is worked out – which is shown as its text and kept. */
export function readAnswer(text: string): Answer | null | undefined {
  const cell = text.trim();
  if (cell === '' || cell === '-' || cell === 'null') return null;
  const reader = new CellReader(cell);
  const found = reader.takes('[') ? listIn(reader) : plainIn(reader);
  return reader.done ? found : undefined;
}

function plainIn(reader: CellReader): Answer | undefined {
  const found = reader.value();
  return found?.unit ? undefined : found?.value;
}

function listIn(reader: CellReader): readonly string[] | undefined {
  if (reader.takes(']')) return [];
  const values = reader.values()?.map(({ value }) => value);
  return values?.every((value) => typeof value === 'string') && reader.takes(']') ? values : undefined;
}

/** A cell that answers so; nothing where there is no answer. */
export function writeAnswer(answer: Json): string {
  if (Array.isArray(answer)) return `[${answer.map((one: Json) => JSON.stringify(one)).join(', ')}]`;
  if (typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean') return literal(answer);
  return '';
}
