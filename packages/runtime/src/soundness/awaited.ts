import type { Diagram, Element, Process } from '../diagram/model.ts';
import { listed, quoted } from '../diagram/rules/placeName.ts';
import type { Text } from '../words/text.ts';
import { namesOf, sends } from './partnerSends.ts';

/** Who sends what is waited for, as far as the file tells: another flow that it draws, a partner that is only a box; undefined: somebody outside. */
export function awaited(process: Process, diagram: Diagram, waiting: readonly Element[]): Required<Text> | undefined {
  const targets = new Set<string>(waiting.map(({ id }) => id));
  const from = new Set<string>(diagram.messageFlows.flatMap((flow) => (targets.has(flow.to) ? [flow.from] : [])));
  const wanted = new Set(waiting.flatMap(namesOf));
  const isSender = (element: Element): boolean =>
    from.has(element.id) || (sends(element) && namesOf(element).some((name) => wanted.has(name)));
  const flows = diagram.processes.filter(({ key, elements }) => key !== process.key && elements.some(isSender)).map(flowName(diagram));
  const boxes = diagram.pools.filter(({ id, name }) => from.has(id) && (name.zh || name.en)).map(({ name }) => quoted(name));
  return flows.length + boxes.length > 0 ? listed([...flows, ...boxes]) : undefined;
}

/** By the name of its pool, which is what stands in the drawing, or its own. */
const flowName =
  ({ pools }: Diagram) =>
  ({ key, name }: Process): Required<Text> => {
    const pool = pools.find(({ process }) => process === key)?.name;
    const { zh, en } = quoted(pool?.zh || pool?.en ? pool : name.zh || name.en ? name : { zh: key });
    return { zh: `流程${zh}`, en: `the flow ${en}` };
  };
