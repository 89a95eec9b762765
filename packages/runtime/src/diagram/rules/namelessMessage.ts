import type { Element } from '../model.ts';
import { faultAt } from './faultAt.ts';
import type { Rule } from './rule.ts';

/** Messages and signals find each other by name, also from file to file. */
export const rule: Rule = {
  name: 'namelessMessage',
  severity: 'warning',
  sentence: { zh: '消息和信号都有名称', en: 'Messages and signals have names' },
  check(process, { diagram }) {
    const declared = diagram.declared ?? [];
    const nameless = new Set(declared.flatMap(({ id, name }) => (name ? [] : [id])));
    const named = new Set(declared.map(({ name }) => name));
    return process.elements
      .filter((element) => namesOf(element).some((name) => nameless.has(name) || (name === element.id && !named.has(name))))
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}的消息或信号没有名称：别的流程按名称才能找到它，请起一个`,
          en: `The message or signal of ${at.en} has no name, by which others could find it: give it one`,
        })),
      );
  },
};

const namesOf = ({ triggers, message }: Element): readonly string[] => [
  ...(message ? [message.name] : []),
  ...triggers.flatMap((trigger) => (trigger.kind === 'message' || trigger.kind === 'signal' ? [trigger.name] : [])),
];
