import { processesIn } from '../kernel/harness.ts';
import { file, words } from '../diagram/bpmn.ts';
import { type Soundness, soundnessOf } from '../../../packages/runtime/src/soundness/soundness.ts';

/** A decision of two buttons. */
export const decides = (key: string): string =>
  words(`<gc:decision key="${key}" name="结论"><gc:option value="pass" name="通过"/><gc:option value="back" name="退回"/></gc:decision>`);

export const task = (id: string, name: string, inner = ''): string => `<userTask id="${id}" name="${name}">${inner}</userTask>`;

export const gateway = (type: 'exclusive' | 'parallel' | 'inclusive' | 'eventBased', id: string, more = ''): string =>
  `<${type}Gateway id="${id}" ${more}/>`;

/** Flows as `a > b > c`; a condition stands after the second: `a > b : x = 1`; a name for the flow before it: `f = a > b`. */
export function flows(...lines: readonly string[]): string {
  return lines
    .flatMap((line) => {
      const [way = '', condition] = line.split(' : ');
      const [name, path] = way.includes(' = ') ? way.split(' = ') : [undefined, way];
      const stops = (path ?? '').split(' > ').map((stop) => stop.trim());
      return stops.slice(1).map((to, index) => {
        const from = stops[index] ?? '';
        const id = name ?? `${from}-${to}`;
        const inner = condition ? `<conditionExpression>${condition.replace(/</g, '&lt;')}</conditionExpression>` : '';
        return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
      });
    })
    .join('');
}

/** A process with a start `start` and an end `end` beside what is given; people may start it. */
export const drawn = (body: string, more = ''): string =>
  file(
    `<process id="p" name="流程" isExecutable="true">${words(`<gc:starter post="registry"/>${more}`)}<startEvent id="start" name="开始"/><endEvent id="end" name="办结"/>${body}</process>`,
  );

/** What the kernel finds in it. */
export async function soundness(xml: string): Promise<Soundness> {
  const processes = await processesIn(xml);
  const [process] = processes;
  if (!process) throw new Error('no process');
  return soundnessOf(process, { id: 'd', name: { zh: '' }, processes, pools: [], messageFlows: [] });
}

/** In short: rule, element, and what was done on the way there. */
export const short = ({ problems }: Soundness): readonly string[] =>
  problems.map(({ rule, element, play }) => `${rule} ${element}${play ? `: ${play.map(({ says }) => says.zh).join(' → ')}` : ''}`);
