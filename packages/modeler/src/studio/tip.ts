import type { Word } from '../words/zh.ts';
import { bpmnName, kindWord, typeOf } from './kinds.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What something drawn is, in the office's word and BPMN's: 办理步骤 · BPMN user task. Empty for what needs no word. `type` is moddle's: bpmn:UserTask. */
export function kindTip(type: string, say: (word: Word) => string): string {
  const name = typeOf(type);
  const word = kindWord(name);
  const words = word ? say(word) : '';
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)} · BPMN ${bpmnName(name)}` : '';
}

/**
 * Gives something drawn a title: browsers show it where the pointer rests, screen readers read it. It costs nothing while the pointer moves. It stands
 * last, as bpmn-js takes the first part for the picture.
 */
export function putTip(graphics: SVGElement, words: string): void {
  const title = graphics.querySelector(':scope > title') ?? graphics.appendChild(document.createElementNS(SVG, 'title'));
  if (title.textContent !== words) title.textContent = words;
}
