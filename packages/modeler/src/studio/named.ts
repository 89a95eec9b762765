import type { Language } from '@guicheng/server/contract';
import { documentOf, drawnOf, placeOf } from './drawn.ts';

const GC = 'urn:guicheng:bpmn:1';

/** The name that an element carries in English, in its own extension; undefined where it has none. */
export function englishName(element: Element): string | undefined {
  const extensions = [...element.children].find((child) => child.localName === 'extensionElements');
  const name = [...(extensions?.children ?? [])].find(
    (child) => child.namespaceURI === GC && child.localName === 'name' && child.getAttribute('lang') === 'en',
  );
  return name?.textContent ?? undefined;
}

/** The diagram with the names in the reader's language, only to be looked at: `name` is the Chinese, `gc:name lang="en"` the English. */
export function inReadersWords(xml: string, language: Language): string {
  if (language === 'zh') return xml;
  const document = documentOf(xml).cloneNode(true) as Document;
  const renamed = new Map<string, string>();
  for (const element of document.getElementsByTagName('*')) {
    const english = element.hasAttribute('name') ? englishName(element) : undefined;
    if (!english) continue;
    element.setAttribute('name', english);
    renamed.set(element.getAttribute('id') ?? '', english);
  }
  const { shapes, edges } = drawnOf(document);
  for (const drawn of [...shapes, ...edges]) {
    const words = renamed.get(drawn.getAttribute('bpmnElement') ?? '');
    if (words) widenLabel(drawn, words);
  }
  return new XMLSerializer().serializeToString(document);
}

/** A character and a line of a label, and the widest that one may be – on an arrow it may run along –, in the diagram's units. */
const CHARACTER = 8;
const LINE = 15;
const WIDEST = { BPMNShape: 104, BPMNEdge: 170 } as const;

/** Gives a label the room that its English needs; above its shape it grows upwards, below it downwards. */
function widenLabel(drawn: Element, words: string): void {
  const label = [...drawn.children].find((child) => child.localName === 'BPMNLabel');
  const bounds = label && [...label.children].find((child) => child.localName === 'Bounds');
  if (!label || !bounds) return;
  const old = placeOf(label);
  const longest = Math.max(...words.split(/\s+/).map((word) => word.length)) * CHARACTER;
  const width =
    6 + Math.max(old.width, Math.min(WIDEST[drawn.localName === 'BPMNEdge' ? 'BPMNEdge' : 'BPMNShape'], words.length * CHARACTER), longest);
  const height = Math.ceil((words.length * CHARACTER) / width) * LINE;
  const above = drawn.localName === 'BPMNShape' && old.y + old.height / 2 < placeOf(drawn).y + placeOf(drawn).height / 2;
  bounds.setAttribute('x', String(old.x + old.width / 2 - width / 2));
  bounds.setAttribute('y', String(above ? old.y + old.height - height : old.y));
  bounds.setAttribute('width', String(width));
  bounds.setAttribute('height', String(height));
}
