import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import type { Diagram, Process } from '../../../packages/runtime/src/diagram/model.ts';
import { Judge } from '../../../packages/runtime/src/soundness/judge.ts';
import type { Judgement } from '../../../packages/runtime/src/soundness/judgement.ts';
import { file } from '../diagram/bpmn.ts';
import { flows } from './drawing.ts';

/** A plain process, without a word of ours: what is drawn, and its flows as `a > b > c`. */
export const plain = (body: string, ...lines: readonly string[]): string => plainFile(plainProcess('p', body, ...lines));

export const plainProcess = (key: string, body: string, ...lines: readonly string[]): string =>
  `<process id="${key}" isExecutable="true">${body}${flows(...lines)}</process>`;

export const plainFile = (...parts: readonly string[]): string =>
  file(`<error id="err" errorCode="E"/><message id="msg" name="M"/><signal id="sig" name="S"/>${parts.join('')}`);

/** Elements by their ids, of one kind: `some('userTask', 'a', 'b')`. */
export const some = (tag: string, ...ids: readonly string[]): string => ids.map((id) => `<${tag} id="${id}"/>`).join('');

export interface Judged extends Judgement {
  readonly of: Process;
}

/** Judges all processes of some files together. */
export async function judged(...files: readonly string[]): Promise<readonly Judged[]> {
  const diagrams: Diagram[] = [];
  for (const xml of files) {
    const parsed = await parseDiagram(xml);
    if (!parsed.ok) throw new Error(`${parsed.culprit}: ${parsed.expected.en ?? ''}`);
    diagrams.push(parsed.diagram);
  }
  const judge = new Judge(diagrams);
  return diagrams.flatMap((diagram) => diagram.processes.map((of) => ({ ...judge.of(of, diagram), of })));
}

/** The verdict, and each finding in short: `optionToComplete j: start s, complete a`. */
export const inShort = ({ verdict, findings }: Judgement): readonly string[] => [
  verdict,
  ...findings.map(
    ({ property, elements, run }) =>
      `${property} ${elements.join('+')}: ${run.map(({ what, element }) => `${what} ${element}`).join(', ')}`,
  ),
];
