/** One place of a file where something can be changed, and the file with it changed. */
export interface Mutation {
  readonly what: string;
  readonly xml: string;
}

/** The part of a file that says something; behind it stands how it is drawn. */
const saidPart = (xml: string): string => xml.slice(0, xml.indexOf('<bpmndi:BPMNDiagram'));

/** Every way in which one attribute, one text or one small element of a file can be changed or left out. */
export function mutationsOf(xml: string): readonly Mutation[] {
  const said = saidPart(xml);
  const from = said.indexOf('<bpmn:definitions');
  const at = (index: number, length: number, by: string): string => `${xml.slice(0, index)}${by}${xml.slice(index + length)}`;
  const all: Mutation[] = [];
  for (const found of said.matchAll(/ ([\w:]+)="([^"]*)"/g)) {
    const [whole, name = '', value = ''] = found;
    if (found.index < from || name.startsWith('xmlns') || name === 'xsi:type') continue;
    all.push({ what: `${name}="${value}" → ${changed(value)}`, xml: at(found.index, whole.length, ` ${name}="${changed(value)}"`) });
    all.push({ what: `${name}="${value}" left out`, xml: at(found.index, whole.length, '') });
    all.push({ what: `${name}="${value}" beside ext:by`, xml: at(found.index, whole.length, `${whole} xmlns:ext="urn:ext" ext:by="x"`) });
  }
  for (const found of said.matchAll(/>([^<>\s][^<>]*)</g)) {
    const [whole, text = ''] = found;
    all.push({ what: `text ${text.slice(0, 40)}`, xml: at(found.index, whole.length, `>${text}改<`) });
  }
  for (const found of said.matchAll(
    /<(gc:\w+|bpmn:(?:conditionExpression|documentation|sequenceFlow|message))\b[^>]*?(?:\/>|>[^<]*<\/\1>)/g,
  )) {
    all.push({ what: `element ${found[0].slice(0, 60)} left out`, xml: at(found.index, found[0].length, '') });
  }
  return all;
}

function changed(value: string): string {
  if (value === 'true') return 'false';
  if (value === 'false') return 'true';
  return /^\d+$/.test(value) ? String(Number(value) + 1) : `${value}x`;
}
