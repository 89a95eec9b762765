import type { Assignment } from '../../office.ts';
import { type Node, nodeOf, nodesOf, textOf } from '../node.ts';
import { variableIn } from './expression.ts';
import { foreignNode, foreignText } from './words.ts';

/** What a step says of who does it, by whichever tool; as it is written. */
interface Said {
  readonly assignee?: string | undefined;
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** Who does a step, by the words of another tool; undefined where they say nothing, or nothing that can be read. */
export function foreignAssignment(step: Node): Assignment | undefined {
  const { assignee, users, groups } = saidOf(step);
  if (assignee) return oneOf(step, assignee);
  if (groups.length === 0 && users.length === 1) return oneOf(step, users[0] ?? '');
  const people = users.map(literalIn);
  const posts = groups.map(literalIn);
  if (!isWhole(people) || !isWhole(posts) || people.length + posts.length === 0) return undefined;
  const [post] = posts;
  return people.length === 0 && posts.length === 1 && post
    ? { kind: 'post', post, unit: { kind: 'wholeOffice' } }
    : { kind: 'named', people, posts };
}

/** Who may start a flow, by the words of another tool. */
export function foreignStarters(process: Node): readonly Assignment[] {
  const posts = listIn(foreignText(process, 'candidateStarterGroups'))
    .map(literalIn)
    .filter((post) => post !== undefined);
  const people = listIn(foreignText(process, 'candidateStarterUsers'))
    .map(literalIn)
    .filter((person) => person !== undefined);
  return [
    ...posts.map((post): Assignment => ({ kind: 'post', post, unit: { kind: 'wholeOffice' } })),
    ...(people.length > 0 ? [{ kind: 'named', people, posts: [] } as const] : []),
  ];
}

/** Whether an assignee, or a list of candidates, can be read. */
export const isPersonRead = (step: Node, text: string): boolean => oneOf(step, text) !== undefined;
export const areNamesRead = (text: string): boolean => isWhole(listIn(text).map(literalIn));

function saidOf(step: Node): Said {
  const zeebe = foreignNode(step, 'assignmentDefinition');
  const owners = resourcesOf(step, 'bpmn:PotentialOwner').flatMap(listIn);
  const inBrackets = (word: string): readonly string[] =>
    owners.flatMap((one) => new RegExp(`^${word}\\((.*)\\)$`).exec(one)?.[1]?.trim() ?? []);
  const bare = owners.filter((one) => !/^(user|group)\(.*\)$/.test(one));
  return {
    assignee: foreignText(step, 'assignee') ?? textOf(zeebe, 'assignee') ?? resourcesOf(step, 'bpmn:HumanPerformer')[0],
    users: [...listIn(foreignText(step, 'candidateUsers') ?? textOf(zeebe, 'candidateUsers')), ...inBrackets('user')],
    // a bare name of a potential owner is a group's
    groups: [...listIn(foreignText(step, 'candidateGroups') ?? textOf(zeebe, 'candidateGroups')), ...inBrackets('group'), ...bare],
  };
}

/** BPMN's own resource roles, with the text of their expression. */
const resourcesOf = (step: Node, type: string): readonly string[] =>
  nodesOf(step, 'resources')
    .filter(({ $type }) => $type === type)
    .flatMap((role) => textOf(nodeOf(nodeOf(role, 'resourceAssignmentExpression'), 'expression'), 'body') ?? []);

/** One person: by account, the initiator, whoever a field names, or the item of this instance. */
function oneOf(step: Node, text: string): Assignment | undefined {
  if (text === '$INITIATOR') return { kind: 'initiator' };
  const person = literalIn(text);
  if (person !== undefined) return { kind: 'named', people: [person], posts: [] };
  const variable = variableIn(text);
  if (variable === undefined) return undefined;
  if (itemOf(step) === variable) return { kind: 'personOfItem' };
  return initiatorsOf(step).has(variable) ? { kind: 'initiator' } : { kind: 'personInField', field: variable };
}

function itemOf(step: Node): string | undefined {
  const many = nodeOf(step, 'loopCharacteristics');
  return (
    foreignText(many, 'elementVariable') ??
    textOf(foreignNode(many, 'loopCharacteristics'), 'inputElement') ??
    textOf(many?.inputDataItem as Node, 'name')
  );
}

/** The variables that hold who started the case: the one that the start names, and the usual ones. */
function initiatorsOf(step: Node): ReadonlySet<string> {
  let process: Node | undefined = step;
  while (process && process.$type !== 'bpmn:Process') process = process.$parent;
  const named = nodesOf(process, 'flowElements').flatMap((node) => foreignText(node, 'initiator') ?? []);
  return new Set(['initiator', 'starter', ...named]);
}

/** A name that is written out; FEEL of a text counts as that text. */
function literalIn(text: string): string | undefined {
  const [, quoted] = /^=\s*"([^"\\]*)"$/.exec(text) ?? /^[$#]\{\s*'([^'\\]*)'\s*\}$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  return /[${}]|^[#=]/.test(text) || text === '' ? undefined : text;
}

/** Names with commas between; a list in FEEL likewise. */
function listIn(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const [, inner] = /^=\s*\[(.*)\]$/s.exec(text) ?? [];
  if (inner !== undefined && /^\s*"[^"\\]*"(\s*,\s*"[^"\\]*")*\s*$/.test(inner))
    return [...inner.matchAll(/"([^"\\]*)"/g)].map(([, name]) => name ?? '');
  if (/[{=]/.test(text)) return /^[^{]*\{[^{}]*\}$/.test(text) || text.startsWith('=') ? [text] : splitOutside(text);
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Commas within braces belong to an expression. */
const splitOutside = (text: string): readonly string[] =>
  (text.match(/(?:[^,{]|\{[^}]*\})+/g) ?? []).map((name) => name.trim()).filter((name) => name !== '');

const isWhole = (names: readonly (string | undefined)[]): names is readonly string[] => names.every((name) => name !== undefined);
