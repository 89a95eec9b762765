import { evaluate } from '../../../diagram/feel/evaluate.ts';
import type { Element } from '../../../diagram/model.ts';
import type { Feel, ScopeId } from '../../../words/ids.ts';
import type { Data, Json } from '../../../words/json.ts';
import type { Visit } from '../body.ts';
import { mapped, visible, writeAll } from '../step/data.ts';
import { raise } from '../step/incident.ts';
import { elementOf, type Step } from '../step/step.ts';
import { addWait, type Arming } from './wait.ts';

interface Message {
  readonly name: string;
  readonly key?: Feel;
}

/** Waits for a message. A key that cannot be worked out is null. */
export function subscribe(step: Step, arming: Arming, message: Message): void {
  const key = keyOf(step, arming.scope, message);
  const named = { name: message.name, ...(key === undefined ? {} : { key }) };
  const wait = addWait(step, arming, { kind: 'message', ...named });
  step.effects.push({ kind: 'subscribed', wait: wait.id, to: 'message', ...named });
}

/** Sends a message; false where what it is to carry could not be worked out. */
export function send(step: Step, visit: Visit, message: Message): boolean {
  const payload = payloadOf(step, visit);
  if (!payload) return false;
  const key = keyOf(step, visit.scope, message);
  step.effects.push({ kind: 'messageSent', element: visit.element, name: message.name, ...(key === undefined ? {} : { key }), payload });
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

function keyOf(step: Step, scope: ScopeId, { key }: Message): Json | undefined {
  if (!key) return undefined;
  const value = evaluate(key, visible(step, scope), step.at);
  return value.ok ? value.value : null;
}
