import { clearPlace } from '../insert/clearPlace.ts';
import { isOf, type Drawn, type Injector, type Meaning } from '../services.ts';

/** A mark by which a step can be undone gets the step that undoes it, joined by a dotted line, where it has none yet. */
export function letUndo(injector: Injector, mark: Drawn): void {
  const definitions = mark.businessObject.get('eventDefinitions') as readonly Meaning[];
  const { host } = mark;
  if (!host || definitions[0]?.$type !== 'bpmn:CompensateEventDefinition') return;
  if (mark.outgoing.some(({ target }) => target && isOf(target, 'bpmn:Activity'))) return;
  const step = injector.get('elementFactory').createShape({ type: 'bpmn:UserTask' });
  const wanted = { x: mark.x + mark.width / 2, y: host.y + host.height + 40 + step.height / 2 };
  injector.get('modeling').appendShape(mark, step, clearPlace(injector, step, { wanted, beside: host }), host.parent);
}
