import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';

type Update = (step: ModdleElement, to: ModdleElement | null | undefined, visual?: ModdleElement) => void;

interface Home {
  readonly within: ModdleElement;
  readonly on: ModdleElement;
}

interface Registry {
  get(id: string): Element | undefined;
}

/**
 * What lies in a sub-process that the file does not draw is shown on what is drawn around it, and stays in the sub-process when it is moved there or
 * comes back there: bpmn-js takes it out for good with the first move, and undoing does not take that back.
 */
export class UndrawnHome {
  static readonly $inject = ['bpmnUpdater', 'elementRegistry'];

  constructor(updater: { updateSemanticParent: Update }, registry: Registry) {
    const homes = new WeakMap<ModdleElement, Home>();
    const update = updater.updateSemanticParent.bind(updater);
    updater.updateSemanticParent = (step, to, visual) => {
      const home = homeOf(step, registry) ?? homes.get(step);
      if (home) homes.set(step, home);
      update(step, home && to && containerOf(to) === home.on ? home.within : to, visual);
    };
  }
}

function homeOf({ $parent: within }: ModdleElement, registry: Registry): Home | undefined {
  let on: ModdleElement | undefined = within;
  while (on?.$instanceOf?.('bpmn:SubProcess') && !registry.get(on.id)) on = on.$parent;
  return on && on !== within ? { within, on } : undefined;
}

/** The process or sub-process that a pool, a lane or itself stands for. */
function containerOf(drawn: ModdleElement): ModdleElement {
  if (drawn.$instanceOf('bpmn:Participant')) return drawn.processRef;
  return drawn.$instanceOf('bpmn:Lane') ? containerOf(drawn.$parent.$parent) : drawn;
}
