import type { Element } from '../model.ts';
import { type Rule, called } from './rule.ts';

/** A link thrown is caught once in the same level, and the other way round. */
export const rule: Rule = {
  name: 'linkPartner',
  severity: 'error',
  sentence: { zh: '链接事件成对出现', en: 'Link events come in pairs' },
  check(process) {
    const ends = process.elements.flatMap((element) => linkOf(element));
    return ends.flatMap(({ element, name }) => {
      const partners = ends.filter(
        (other) => other.name === name && other.element.type !== element.type && other.element.parent === element.parent,
      );
      const catches = element.type === 'intermediateThrowEvent';
      if (catches ? partners.length === 1 : partners.length > 0) return [];
      const { zh, en } = called(element);
      return [
        {
          element: element.id,
          message: { zh: `链接事件${zh}没有唯一的另一端“${name}”`, en: `The link ${en} has not one partner “${name}”` },
        },
      ];
    });
  },
};

const linkOf = (element: Element): readonly { readonly element: Element; readonly name: string }[] =>
  element.triggers.flatMap((trigger) => (trigger.kind === 'link' ? [{ element, name: trigger.name }] : []));
