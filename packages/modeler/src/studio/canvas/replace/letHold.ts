import { isOf, middleOf, type Drawn, type Injector, type Meaning } from '../services.ts';

/**
 * What a part with steps holds suits how it begins: nothing where its steps are chosen by hand, what has to happen where it stands beside the flow,
 * else a plain start.
 */
export function letHold(injector: Injector, part: Drawn, before: Drawn): void {
  const modeling = injector.get('modeling');
  const inside = injector
    .get('elementRegistry')
    .filter((one) => one.businessObject.$parent === part.businessObject && !one.labelTarget && isOf(one, 'bpmn:FlowNode'));
  const starts = inside.filter((one) => isOf(one, 'bpmn:StartEvent'));
  if (isOf(part, 'bpmn:AdHocSubProcess')) {
    const ends = inside.filter((one) => isOf(one, 'bpmn:EndEvent'));
    if (starts.length + ends.length > 0) modeling.removeElements([...starts, ...ends]);
    // an empty one would have nothing to choose from
    if (inside.length === starts.length + ends.length)
      modeling.createShape(injector.get('elementFactory').createShape({ type: 'bpmn:UserTask' }), middleOf(part), part);
  } else if (part.businessObject.get('triggeredByEvent') === true) letWait(injector, starts);
  else if (isOf(before, 'bpmn:SubProcess')) letStart(injector, { part, inside, starts });
  const [only, ...others] = injector
    .get('elementRegistry')
    .filter((one) => one.parent === part && isOf(one, 'bpmn:FlowNode') && !one.labelTarget);
  if (only && others.length === 0 && isOf(only, 'bpmn:StartEvent')) letGoOn(injector, only);
}

/** A part that only begins gets a step and an end. */
function letGoOn(injector: Injector, start: Drawn): void {
  const modeling = injector.get('modeling');
  const factory = injector.get('elementFactory');
  const { x, y } = middleOf(start);
  const step = modeling.appendShape(start, factory.createShape({ type: 'bpmn:UserTask' }), { x: x + 120, y }, start.parent);
  modeling.appendShape(step, factory.createShape({ type: 'bpmn:EndEvent' }), { x: x + 240, y }, start.parent);
}

/** A part beside the flow begins by something that happens: at first by a message, beside which the flow goes on. */
function letWait(injector: Injector, starts: readonly Drawn[]): void {
  for (const start of starts)
    if ((start.businessObject.get('eventDefinitions') as readonly Meaning[]).length === 0)
      injector.get('bpmnReplace').replaceElement(start, {
        type: 'bpmn:StartEvent',
        eventDefinitionType: 'bpmn:MessageEventDefinition',
        isInterrupting: false,
      });
}

/** What waited for something begins at once from now on; what had no start gets one before what nothing leads to. */
function letStart(
  injector: Injector,
  { part, inside, starts }: { readonly part: Drawn; readonly inside: readonly Drawn[]; readonly starts: readonly Drawn[] },
): void {
  const modeling = injector.get('modeling');
  for (const start of starts)
    if ((start.businessObject.get('eventDefinitions') as readonly Meaning[]).length > 0)
      injector.get('bpmnReplace').replaceElement(start, { type: 'bpmn:StartEvent' });
  if (starts.length > 0) return;
  const shape = injector.get('elementFactory').createShape({ type: 'bpmn:StartEvent' });
  const start = modeling.createShape(shape, { x: part.x + 40, y: part.y + part.height / 2 }, part);
  for (const first of inside) if (first.incoming.length === 0 && isOf(first, 'bpmn:Activity')) modeling.connect(start, first);
}
