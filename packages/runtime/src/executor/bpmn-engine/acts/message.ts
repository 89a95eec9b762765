import { evaluate } from '../../../diagram/feel/evaluate.ts';
import type { Element, MessageRef } from '../../../diagram/model.ts';
import type { Effect, Wait } from '../../../ports/executor.ts';
import type { ScopeId } from '../../../words/ids.ts';
import { sameJson, type Data, type Json } from '../../../words/json.ts';
import type { Visit } from '../body.ts';
import { mapped, visible, writeAll } from '../step/data.ts';
import { raise } from '../step/incident.ts';
import { elementOf, type Step } from '../step/step.ts';
import { addWait, type Arming } from './wait.ts';

/** Waits for a message. A key that cannot be worked out is null. */
export function subscribe(step: Step, arming: Arming, message: MessageRef): void {
  const key = keyOf(step, message, visible(step, arming.scope));
  const wait = addWait(step, arming, { kind: 'message', name: message.name, ...(key === undefined ? {} : { key }) });
  step.effects.push(subscribed(wait));
}

const subscribed = ({ id, name = '', key }: Wait): Effect => ({
  kind: 'subscribed',
  wait: id,
  to: 'message',
  name,
  ...(key === undefined ? {} : { key }),
});

/** The key of whoever waits is always that of now: worked out again where data have changed in the step, and said anew where it is another. */
export function renewKeys(step: Step): void {
  if (!step.effects.some((effect) => effect.kind === 'changed')) return;
  for (const wait of step.waits.values()) {
    const message = wait.kind === 'message' ? awaitedBy(step, wait) : undefined;
    if (!message?.key) continue;
    const key = keyOf(step, message, visible(step, wait.scope)) ?? null;
    if (sameJson(key, wait.key)) continue;
    const renewed: Wait = { ...wait, key };
    step.waits.set(wait.id, renewed);
    const told = step.effects.findIndex((effect) => effect.kind === 'subscribed' && effect.wait === wait.id);
    if (told < 0) step.effects.push(subscribed(renewed));
    else step.effects[told] = subscribed(renewed);
  }
}

function awaitedBy(step: Step, { scope, element, name }: Wait): MessageRef | undefined {
  const { triggers, message } = elementOf(step, scope, element);
  return triggers.flatMap((trigger) => (trigger.kind === 'message' && trigger.name === name ? [trigger] : []))[0] ?? message;
}

/** Sends a message; false where what it is to carry could not be worked out. */
export function send(step: Step, visit: Visit, message: MessageRef): boolean {
  const payload = payloadOf(step, visit);
  if (!payload) return false;
  const key = keyOf(step, message, { ...visible(step, visit.scope), ...payload });
  step.effects.push({
    kind: 'messageSent',
    element: visit.element,
    name: message.name,
    ...(key === undefined ? {} : { key }),
    ...(message.keepFor === undefined ? {} : { keepFor: message.keepFor }),
    payload,
  });
  return true;
}

/** What an event carries out; undefined, with an incident, where that could not be worked out. */
export function payloadOf(step: Step, visit: Visit): Data | undefined {
  const payload = mapped(step, elementOf(step, visit.scope, visit.element).mapping ?? [], visible(step, visit.scope));
  if (payload.ok) return payload.values;
  raise(step, visit, { code: 'mappingFailed', detail: payload.detail });
  return undefined;
}

/** What came in is written where the element's `gc:payload` says; without one nothing crosses. What fits nowhere leaves an incident. */
export function takeIn(step: Step, { element, scope }: { readonly element: Element; readonly scope: ScopeId }, payload: Data): void {
  if (!element.mapping) return;
  const values = mapped(step, element.mapping, { ...visible(step, scope), ...payload });
  if (values.ok) writeAll(step, scope, values.values);
  else raise(step, { element: element.id, visit: null }, { code: 'mappingFailed', detail: values.detail });
}

function keyOf(step: Step, { key }: MessageRef, context: Data): Json | undefined {
  if (!key) return undefined;
  const value = evaluate(key, context, step.at);
  return value.ok ? value.value : null;
}
