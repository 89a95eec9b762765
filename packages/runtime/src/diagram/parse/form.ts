import { id } from '../../words/ids.ts';
import { FIELD_TYPES, type Field, type FieldAccess, type Option } from '../office.ts';
import { foreignFields } from './foreign/form.ts';
import { type Node, flagOf, nodesOf, numberOf, textOf, wordsOf } from './node.ts';
import { type Reading, fault, keyOf, neededOf, oneOf, placeOf } from './reading.ts';
import { ownNameOf, textIn } from './words.ts';

/** The fields of a process, from `gc:form`; behind them those of other tools' forms that it does not say anew. */
export function fieldsOf(reading: Reading, process: Node): readonly Field[] {
  const own = wordsOf(process, 'Form').flatMap((form) => nodesOf(form, 'fields').map((field) => fieldOf(reading, field)));
  const keys = new Set(own.map(({ key }) => key));
  return [...own, ...foreignFields(process).filter(({ key }) => !keys.has(key))];
}

/** What a step shows of them, from `gc:access`. */
export const accessOf = (reading: Reading, step: Node): readonly FieldAccess[] =>
  wordsOf(step, 'Access').map((node) => {
    const field = neededOf(reading, node, 'field');
    const access = oneOf(reading, { node, property: 'mode' }, { choices: ['read', 'write'], otherwise: 'read' });
    const required = node.required;
    return typeof required === 'boolean' ? { field, access, required } : { field, access };
  });

/** An option of a choice: a value and its name. */
export const optionOf = (reading: Reading, node: Node): Option => ({ value: neededOf(reading, node, 'value'), name: ownNameOf(node) });

function fieldOf(reading: Reading, node: Node): Field {
  const key = keyOf(reading, node, 'key');
  if (key && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)) {
    fault(reading, key, {
      zh: `字段标识“${key}”（${placeOf(node)}）应以字母开头，只含字母、数字和下划线`,
      en: `A field key (${placeOf(node)}) that begins with a letter and holds only letters, digits and underscores`,
    });
  }
  const help = textIn(nodesOf(node, 'helps'));
  const showWhen = textOf(node, 'showWhen');
  const series = textOf(node, 'series');
  return {
    key,
    name: ownNameOf(node),
    type: oneOf(reading, { node, property: 'type' }, { choices: FIELD_TYPES, otherwise: 'text' }),
    required: flagOf(node, 'required', false),
    ...(help ? { help } : {}),
    options: nodesOf(node, 'options').map((option) => optionOf(reading, option)),
    columns: nodesOf(node, 'columns').map((column) => fieldOf(reading, column)),
    ...(showWhen ? { showWhen: id<'feel'>(showWhen) } : {}),
    ...limitsOf(node),
    ...(series ? { series } : {}),
    perItem: flagOf(node, 'perItem', false),
  };
}

function limitsOf(node: Node): Pick<Field, 'minimum' | 'maximum' | 'maximumLength' | 'decimals'> {
  const minimum = numberOf(node, 'minimum');
  const maximum = numberOf(node, 'maximum');
  const maximumLength = numberOf(node, 'maximumLength');
  const decimals = numberOf(node, 'decimals');
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(maximumLength === undefined ? {} : { maximumLength }),
    ...(decimals === undefined ? {} : { decimals }),
  };
}
