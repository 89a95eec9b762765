import { readsAs } from '@guicheng/runtime/model';
import type { CaseCard, FlowCard, PersonOption, Text } from '@guicheng/server/contract';
import type { Word } from '../words/zh.ts';

/** Something that can be found: where it leads, or what it does. */
export interface Found {
  readonly key: string;
  readonly group: 'commands' | 'cases' | 'flows' | 'people';
  readonly name: { readonly word: Word; readonly about?: Text } | { readonly text: Text };
  readonly hint: readonly (Text | string)[];
  readonly to: string;
}

/** What is looked through. Cases were already found by the server, whose index knows their texts and who may see them. */
export interface Places {
  readonly cases: readonly CaseCard[];
  readonly flows: readonly FlowCard[];
  readonly people: readonly PersonOption[];
  /** With their words in the reader's language. */
  readonly commands: readonly { readonly to: string; readonly word: Word; readonly text: string }[];
}

/** How many of a group are shown. */
const MOST = 8;

/**
 * What was typed, found by words or pinyin initials: commands that begin with it, flows to be started, flows, cases, people. Nothing
 * typed: the commands.
 */
export function foundIn(places: Places, typed: string): readonly Found[] {
  const wanted = typed.trim();
  const reads = (texts: readonly (string | undefined)[]): boolean => texts.some((text) => text !== undefined && readsAs(text, wanted));
  const both = (text: Text): readonly (string | undefined)[] => [text.zh, text.en];
  const flows = wanted === '' ? [] : places.flows.filter((flow) => reads(both(flow.name)));
  const starts = places.flows.filter((flow) => flow.startable && (wanted === '' || reads(both(flow.name))));
  const people =
    wanted === ''
      ? []
      : places.people.filter((person) => reads([...both(person.name), ...both(person.unit), ...person.posts.flatMap(both)]));
  return [
    ...places.commands
      .filter((command) => begins(command.text, wanted))
      .map((command): Found => ({ key: command.to, group: 'commands', name: { word: command.word }, hint: [], to: command.to })),
    ...starts.slice(0, MOST).map(
      (flow): Found => ({
        key: `start ${flow.key}`,
        group: 'commands',
        name: { word: 'startFlow', about: flow.name },
        hint: [],
        to: `/start/${flow.key}`,
      }),
    ),
    ...flows
      .slice(0, MOST)
      .map((flow): Found => ({ key: `flow ${flow.key}`, group: 'flows', name: { text: flow.name }, hint: [], to: `/flows/${flow.key}` })),
    ...places.cases.slice(0, MOST).map(
      (one): Found => ({
        key: `case ${one.id}`,
        group: 'cases',
        name: { text: { zh: one.title } },
        hint: [one.number ?? '', one.flowName],
        to: `/cases/${one.id}`,
      }),
    ),
    ...people.slice(0, MOST).map(
      (person): Found => ({
        key: `person ${person.id}`,
        group: 'people',
        name: { text: person.name },
        hint: [person.unit, ...person.posts.slice(0, 2)],
        to: `/cases?with=${encodeURIComponent(person.id)}`,
      }),
    ),
  ];
}

/** Whether a text begins with what was typed, or its first characters' pinyin does. */
const begins = (text: string, typed: string): boolean =>
  text.toLowerCase().startsWith(typed.toLowerCase()) || readsAs([...text].slice(0, typed.length).join(''), typed);
