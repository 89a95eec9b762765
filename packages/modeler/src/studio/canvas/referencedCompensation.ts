import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';

type Allowed = { readonly type: string; readonly associationDirection?: string } | boolean | null;

interface Rules {
  canConnect(source: Element, target: Element, connection?: unknown): Allowed;
}

interface Bus {
  on(event: string, priority: number, listener: (event: { readonly context: Ends }) => Allowed | undefined): void;
}

interface Ends {
  readonly source?: Element;
  readonly target?: Element;
}

/** Before the rules of bpmn-js. */
const FIRST = 1500;

const LINE: Allowed = { type: 'bpmn:Association', associationDirection: 'One' };

/**
 * What is undone hangs on a border event, which may name its compensation by `eventDefinitionRef`. bpmn-js looks at definitions that stand in the
 * event only, and would take the line away when its step is moved or what undoes it is changed.
 */
export class ReferencedCompensation {
  static readonly $inject = ['bpmnRules', 'eventBus'];

  constructor(rules: Rules, bus: Bus) {
    const canConnect = rules.canConnect.bind(rules);
    rules.canConnect = (source, target, connection) => (undoes({ source, target }) ? LINE : canConnect(source, target, connection));
    bus.on('commandStack.connection.reconnect.canExecute', FIRST, ({ context }) => (undoes(context) ? LINE : undefined));
  }
}

function undoes({ source, target }: Ends): boolean {
  const [from, to] = [source?.businessObject as ModdleElement | undefined, target?.businessObject as ModdleElement | undefined];
  const named = from?.$type === 'bpmn:BoundaryEvent' ? (from.eventDefinitionRef as readonly ModdleElement[] | undefined) : undefined;
  return to?.isForCompensation === true && named?.some((one) => one.$type === 'bpmn:CompensateEventDefinition') === true;
}
