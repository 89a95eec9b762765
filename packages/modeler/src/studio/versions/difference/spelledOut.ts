import { defaultOf } from './defaults.ts';
import { ELSEWHERE } from './facts.ts';
import { isModdle, type Moddle } from './moddle.ts';

/** The defaults that an element and its parts write out, though leaving them out says the same; facts do not hold them. */
export function spelledOut(node: Moddle): readonly string[] {
  return (node.$descriptor.properties ?? []).flatMap(({ name, isReference, isVirtual, default: byBpmn }) => {
    if (isVirtual || isReference || !Object.hasOwn(node, name) || (ELSEWHERE.has(name) && name !== 'extensionElements')) return [];
    const value = node[name];
    const parts = (Array.isArray(value) ? value : [value]).filter(isModdle).flatMap(spelledOut);
    return value !== undefined && (value === byBpmn || value === defaultOf(node.$type, name)) ? [`${node.$type} ${name}`, ...parts] : parts;
  });
}
