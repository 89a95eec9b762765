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
  const post = await postAt(parts, facts, element);
  const seats = viewer.seats.filter((held) => held.onBehalfOf === undefined).map((held) => held.seat);
  return post !== undefined && covers(viewer.clearance, facts.clearance) && seats.some((seat) => seat.startsWith(`post:${post}@`));
}

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
