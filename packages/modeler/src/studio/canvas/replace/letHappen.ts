import type { Drawn, Injector, Meaning } from '../services.ts';
import { definitionsOf } from './offered/place.ts';
import type { Target } from './offered/choice.ts';

/** What one event waits for or sends: several things where there are to be several, else one. What was said of them before stays. */
export function letHappen(injector: Injector, event: Drawn, { eventDefinitionType, also = [], parallelMultiple = false }: Target): void {
  const meaning = event.businessObject;
  const own = meaning.get('eventDefinitions') as readonly Meaning[];
  const modeling = injector.get('modeling');
  if (also.length === 0) {
    const kept = own.filter(({ $type }) => $type === eventDefinitionType).slice(0, 1);
    if (definitionsOf(meaning).length > kept.length) modeling.updateProperties(event, { eventDefinitions: kept, eventDefinitionRef: [] });
  } else if (definitionsOf(meaning).length <= also.length) {
    const made = also.map((type) => Object.assign(injector.get('bpmnFactory').create(type), { $parent: meaning }));
    modeling.updateProperties(event, { eventDefinitions: [...own, ...made] });
  }
  const gathers = meaning.$descriptor.properties.some(({ name }) => name === 'parallelMultiple' || name === 'bpmn:parallelMultiple');
  if (gathers && (meaning.get('parallelMultiple') === true) !== parallelMultiple)
    modeling.updateProperties(event, { parallelMultiple: parallelMultiple || undefined });
}
