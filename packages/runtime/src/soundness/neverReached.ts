import type { Process } from '../diagram/model.ts';
import type { Explored } from './explore.ts';
import { placeName } from '../diagram/rules/placeName.ts';
import type { Problem } from './problem.ts';

/** Steps that no run ever comes to, and ways that none ever takes though it comes to both ends. Only for a process that was seen whole. */
export function neverReached(process: Process, { reached, taken }: Explored): readonly Problem[] {
  const steps = process.elements.filter(
    (element) => !reached.has(element.id) && !element.eventSubProcess && isFirst(process, element.id, reached),
  );
  const ways = process.flows.filter(
    (flow) => !taken.has(flow.id) && reached.has(flow.from) && reached.has(flow.to) && !fromEventGateway(process, flow.from),
  );
  return [
    ...steps.map(({ id }): Problem => {
      const { zh, en } = placeName(process, id);
      const message = { zh: `无论怎么办都走不到${zh}`, en: `Nothing that is done ever leads to ${en}` };
      return { rule: 'neverReached', severity: 'warning', process: process.key, element: id, message };
    }),
    ...ways.map(({ id, from, to }): Problem => {
      const [source, target] = [placeName(process, from), placeName(process, to)];
      const message = {
        zh: `从${source.zh}到${target.zh}的这条路永远不会走：它的条件不会成立`,
        en: `The way from ${source.en} to ${target.en} is never taken: its condition cannot hold`,
      };
      return { rule: 'neverTaken', severity: 'warning', process: process.key, element: id, message };
    }),
  ];
}

/** Behind a step that is never reached others are not either: the first says it. */
const isFirst = (process: Process, id: string, reached: ReadonlySet<string>): boolean => {
  const sources = process.flows.filter((flow) => flow.to === id).map(({ from }) => from);
  const parent = process.elements.find((element) => element.id === id)?.parent;
  if (parent && !reached.has(parent)) return false;
  return sources.length === 0 || sources.some((source) => reached.has(source));
};

const fromEventGateway = (process: Process, id: string): boolean =>
  process.elements.some((element) => element.id === id && element.type === 'eventBasedGateway');
