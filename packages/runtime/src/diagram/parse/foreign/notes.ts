import type { Text } from '../../../words/text.ts';
import type { ForeignNote } from '../../model.ts';
import { type Node, nodeOf, nodesOf, textOf, wordOf } from '../node.ts';
import { meaningOf } from './meanings/all.ts';
import { isUnread } from './expression.ts';
import { type ForeignWord, foreignWordsOf } from './words.ts';

/** What another tool wrote on one element, each word with what became of it: what the panel shows and the rules report. */
export const foreignNotes = (element: Node): readonly ForeignNote[] => [
  ...holdersOf(element).flatMap((holder) => foreignWordsOf(holder).flatMap((word) => noteOf(word, holder, element))),
  ...scriptsAt(element),
  ...namesAt(element),
];

/** The element itself and what belongs to it: its loop, its events with their messages and errors, its condition. */
function holdersOf(element: Node): readonly Node[] {
  const loop = nodeOf(element, 'loopCharacteristics');
  const condition = nodeOf(element, 'conditionExpression');
  const definitions = nodesOf(element, 'eventDefinitions');
  const within = definitions.flatMap((definition) => PARTS.flatMap((part) => nodeOf(definition, part) ?? []));
  const message = nodeOf(element, 'messageRef');
  return [element, loop, condition, ...definitions, ...within, message].filter((node) => node !== undefined);
}

const PARTS = ['messageRef', 'errorRef', 'timeCycle', 'timeDate', 'timeDuration', 'condition'] as const;

function noteOf(word: ForeignWord, holder: Node, element: Node): readonly ForeignNote[] {
  const meaning = meaningOf(word);
  const about = { element: element.id ?? '', word: word.written, ...shortly(word) };
  if (!meaning) return [{ ...about, taken: 'warning', says: UNKNOWN }];
  if (meaning.ours?.some((own) => wordOf(element, own) ?? wordOf(holder, own))) return [];
  const taken = meaning.judge ? meaning.judge(word, holder) : meaning.as;
  if (taken === 'ignored') return [];
  return [{ ...about, taken, says: taken === 'read' ? meaning.says : (meaning.expected ?? meaning.says) }];
}

const UNKNOWN: Text = { zh: '不认识，原样保留，不起作用', en: 'not known here: it is kept as it is, and does nothing' };

function shortly({ value, node }: ForeignWord): { readonly value?: string } {
  const text = value ?? WRITTEN.map((name) => textOf(node, name)).find((one) => one !== undefined);
  if (text === undefined || text === '') return {};
  return { value: text.length > 60 ? `${text.slice(0, 60)}…` : text };
}

/** By which attribute an element of another tool is known again. */
const WRITTEN = [
  'id',
  'type',
  'assignee',
  'candidateGroups',
  'candidateUsers',
  'processId',
  'formId',
  'formKey',
  'externalReference',
  'decisionId',
].concat([
  'correlationKey',
  'inputCollection',
  'source',
  'sourceExpression',
  'variables',
  'class',
  'delegateExpression',
  'expression',
  'event',
]);

/** A condition in a language of programs would be taken for FEEL. */
function scriptsAt(element: Node): readonly ForeignNote[] {
  const language = textOf(nodeOf(element, 'conditionExpression'), 'language');
  if (language === undefined || !/^(groovy|javascript|ecmascript|js|python|ruby|jruby|mvel|java)$/i.test(language)) return [];
  return [{ element: element.id ?? '', word: 'language', value: language, taken: 'error', says: SCRIPT }];
}

const SCRIPT: Text = {
  zh: '条件是脚本，不执行：请在这里重新写明条件',
  en: 'the condition is a script, which is not run: say it anew here',
};

/** A message, signal or error whose name is worked out while it runs has no name here. */
function namesAt(element: Node): readonly ForeignNote[] {
  const definitions = [...nodesOf(element, 'eventDefinitions'), element];
  const declared = definitions.flatMap((one) =>
    ['messageRef', 'signalRef', 'errorRef', 'escalationRef'].flatMap((ref) => nodeOf(one, ref) ?? []),
  );
  return declared.flatMap((node) => {
    const name = ['name', 'errorCode', 'escalationCode']
      .map((property) => textOf(node, property))
      .find((one) => one && (isUnread(one) || one.startsWith('=')));
    return name ? [{ element: element.id ?? '', word: 'name', value: name, taken: 'error' as const, says: NAME }] : [];
  });
}

const NAME: Text = { zh: '名称不能是算出来的：请写明一个名称', en: 'a name cannot be worked out: write one' };
