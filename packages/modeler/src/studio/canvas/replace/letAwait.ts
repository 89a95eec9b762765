import { NOWHERE } from '../insert/insertHandler.ts';
import { isOf, type Drawn, type Injector } from '../services.ts';

/**
 * Before a branch becomes one that waits for whatever comes first, each way that leads to something that cannot come gets a message to wait for; bpmn-js
 * would cut these ways. What decided between the ways decides no more.
 */
export function letAwait(injector: Injector, branch: Drawn): void {
  const modeling = injector.get('modeling');
  const factory = injector.get('elementFactory');
  for (const arrow of branch.outgoing.slice()) {
    if (!isOf(arrow, 'bpmn:SequenceFlow') || !arrow.target) continue;
    if (!canCome(arrow.target)) modeling.createShape(factory.createShape({ ...AWAITED }), NOWHERE, arrow);
    if (arrow.businessObject.get('conditionExpression')) modeling.updateProperties(arrow, { conditionExpression: undefined });
  }
  if (branch.businessObject.get('default')) modeling.updateProperties(branch, { default: undefined });
}

const AWAITED = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' };

const canCome = (target: Drawn): boolean =>
  isOf(target, 'bpmn:ReceiveTask') || (isOf(target, 'bpmn:IntermediateCatchEvent') && target.incoming.length === 1);
