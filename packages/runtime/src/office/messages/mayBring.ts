import type { CaseFacts } from '../../case/facts.ts';
import type { Element, Process } from '../../diagram/model.ts';
import { covers } from '../../organization/clearance.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { mayRead } from '../commands/mayRead.ts';
import type { Parts } from '../parts.ts';
import type { Waiting } from './receivers.ts';

/**
 * Whether this person may say that a message from outside has come for a case that waits for it: whoever holds the post in whose lane it is
 * waited for, and a process owner who may read the case. Nobody else, and no deputy.
 */
export async function mayBring(parts: Parts, viewer: Viewer, { facts, element }: Waiting): Promise<boolean> {
  if (viewer.roles.includes('processOwner') && mayRead(viewer, facts)) return true;
  return covers(viewer.clearance, facts.clearance) && holds(viewer, await postAt(parts, facts, element));
}

/** Whether something in the flows in force waits for a message of this name that this person may bring once a case stands there. */
export async function mayKeep({ definitions }: Pick<Parts, 'definitions'>, viewer: Viewer, name: string): Promise<boolean> {
  const waiting = (await definitions.all()).flatMap(({ process }) =>
    process.elements.filter((element) => waitsFor(element, name)).map((element) => postOf(process, element)),
  );
  return waiting.some((post) => viewer.roles.includes('processOwner') || holds(viewer, post));
}

function waitsFor({ type, parent, triggers, message, id }: Element, name: string): boolean {
  if (type === 'receiveTask') return (message?.name ?? id) === name;
  const catches = type === 'intermediateCatchEvent' || type === 'boundaryEvent' || (type === 'startEvent' && parent !== null);
  return catches && triggers.some((trigger) => trigger.kind === 'message' && trigger.name === name);
}

const holds = (viewer: Viewer, post: string | undefined): boolean =>
  post !== undefined && viewer.seats.some((held) => held.onBehalfOf === undefined && held.seat.startsWith(`post:${post}@`));

async function postAt(parts: Parts, facts: CaseFacts, id: Element['id']): Promise<string | undefined> {
  for (const ref of new Set([facts.definition, ...facts.runs.map((run) => run.definition)])) {
    const definition = await parts.definitions.get(ref);
    const element = definition?.plan.element(id);
    if (definition && element) return postOf(definition.process, element);
  }
  return undefined;
}

/** The post of its lane; of what it is fixed to, or stands in, where it is drawn in none itself. */
function postOf(process: Process, element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = outerOf(process, at)) {
    const { lane } = at;
    if (lane !== undefined) return process.lanes.find((one) => one.id === lane)?.post;
  }
  return undefined;
}

const outerOf = (process: Process, { attachedTo, parent }: Element): Element | undefined =>
  process.elements.find((one) => one.id === (attachedTo ?? parent));
