import { evaluate } from '../diagram/feel/evaluate.ts';
import type { Element, MessageRef } from '../diagram/model.ts';
import type { ScopeId } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import { mapped, visible, writeAll } from './run/data.ts';
import { raise } from './run/incident.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { type Arming, addWait } from './run/wait.ts';

/** Waits for a message. A key that cannot be worked out is null: such a message is for whoever waits by that name. */
export function subscribe(run: Run, arming: Arming, message: MessageRef): void {
  const key = keyOf(run, message, visible(run, arming.scope));
  const wait = addWait(run, arming, { kind: 'message', name: message.name, ...(key === undefined ? {} : { key }) });
  run.effects.push({ kind: 'subscribed', wait: wait.id, to: 'message', name: message.name, ...(key === undefined ? {} : { key }) });
}

/** Sends a message; false where what it is to carry could not be worked out. Who gets it, and when, is the outbox's to see to. */
export function send(run: Run, place: Place, message: MessageRef): boolean {
  const payload = payloadOf(run, place);
  if (!payload) return false;
  const key = keyOf(run, message, { ...visible(run, place.token.scope), ...payload });
  run.effects.push({
    kind: 'messageSent',
    element: place.element.id,
    name: message.name,
    ...(key === undefined ? {} : { key }),
    ...(message.keepFor === undefined ? {} : { keepFor: message.keepFor }),
    payload,
  });
  return true;
}

/** What an event carries out, from its `gc:payload`; undefined, with an incident, where that could not be worked out. */
export function payloadOf(run: Run, { token, element }: Place): Data | undefined {
  const payload = mapped(run, element.mapping ?? [], visible(run, token.scope));
  if (payload.ok) return payload.values;
  raise(run, token, { code: 'mappingFailed', detail: payload.detail });
  return undefined;
}

/** What came in is written where the element's `gc:payload` says; without one nothing crosses. What fits nowhere leaves an incident. */
export function takeIn(run: Run, at: { readonly element: Element; readonly scope: ScopeId }, payload: Data): void {
  const { element, scope } = at;
  if (!element.mapping) return;
  const values = mapped(run, element.mapping, { ...visible(run, scope), ...payload });
  if (values.ok) writeAll(run, scope, values.values);
  // The token goes on: what came cannot be sent back, and it stands in the log for whoever looks.
  else raise(run, { element: element.id, visit: null }, { code: 'mappingFailed', detail: values.detail });
}

/** The value of a message's key; null where it cannot be worked out. */
export function keyOf(run: Run, { key }: MessageRef, context: Data): Json | undefined {
  if (!key) return undefined;
  const value = evaluate(key, context, run.at);
  return value.ok ? value.value : null;
}
