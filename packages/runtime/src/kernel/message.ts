import { evaluate } from '../diagram/feel/evaluate.ts';
import type { Element, MessageRef } from '../diagram/model.ts';
import type { ScopeId } from '../words/ids.ts';
import { sameJson, type Data, type Json } from '../words/json.ts';
import type { Effect } from './effect.ts';
import type { Wait } from './marking.ts';
import { mapped, visible, writeAll } from './run/data.ts';
import { raise } from './run/incident.ts';
import { elementOf, type Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { type Arming, addWait } from './run/wait.ts';

/** Waits for a message by its name and key: one gets it (`office/messages/`). A key that cannot be worked out is null, and any message of the name fits. */
export function subscribe(run: Run, arming: Arming, message: MessageRef): void {
  const key = keyOf(run, message, visible(run, arming.scope));
  run.effects.push(subscribed(addWait(run, arming, { kind: 'message', name: message.name, ...(key === undefined ? {} : { key }) })));
}

/** Under which name and key it is waited for. */
const subscribed = ({ id, name = '', key }: Wait): Effect => ({
  kind: 'subscribed',
  wait: id,
  to: 'message',
  name,
  ...(key === undefined ? {} : { key }),
});

/**
 * The key of whoever waits is always that of now: worked out again where data have changed in the step, and said anew where it is another. The
 * standard has it so of a subscription that takes its key from the data of the process.
 */
export function renewKeys(run: Run): void {
  if (run.changes === 0) return;
  for (const wait of run.waits.in('asked', 'message')) {
    const message = awaitedBy(run, wait);
    if (!message?.key) continue;
    const key = keyOf(run, message, visible(run, wait.scope)) ?? null;
    if (sameJson(key, wait.key)) continue;
    const renewed: Wait = { ...wait, key };
    run.waits.set(wait.id, renewed);
    // What has come already, and waits for others, is said again only when it is waited for anew.
    if (renewed.met) continue;
    const told = run.effects.findIndex((effect) => effect.kind === 'subscribed' && effect.wait === wait.id);
    if (told < 0) run.effects.push(subscribed(renewed));
    else run.effects[told] = subscribed(renewed);
  }
}

/** What a wait for a message is a wait for, as the diagram has it. */
function awaitedBy(run: Run, { scope, element, name }: Wait): MessageRef | undefined {
  const { triggers, message } = elementOf(run, scope, element);
  return triggers.flatMap((trigger) => (trigger.kind === 'message' && trigger.name === name ? [trigger] : []))[0] ?? message;
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
