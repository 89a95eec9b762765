import { isOf, middleOf, type Drawn, type Injector } from '../services.ts';

interface Creating {
  readonly context: { readonly elements: readonly Drawn[]; readonly hints?: { readonly createElementsBehavior?: boolean } };
}

/** How far behind the end of a flow, and how far above or below it, something still belongs to it; in the diagram's units. */
const BEHIND = 150;
const BESIDE = 40;

/** What is dropped just behind something that nothing follows yet goes on from there, in the same step of undo. What is pasted does not. */
export class GoesOnFrom {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    injector.get('eventBus').on<Creating>('commandStack.elements.create.postExecuted', 500, ({ context: { elements, hints } }) => {
      const [made] = elements;
      if (!made || hints?.createElementsBehavior === false || elements.some((other) => other !== made && other.parent !== made)) return;
      if (!isOf(made, 'bpmn:FlowNode') || made.host || made.incoming.length > 0) return;
      const before = nearestBefore(made);
      if (!before || !injector.get('rules').allowed('connection.create', { source: before, target: made })) return;
      injector.get('modeling').connect(before, made);
    });
  }
}

/** The nearest on the left, at the same height, that can be gone on from and is not yet. */
function nearestBefore(made: Drawn): Drawn | undefined {
  const off = (one: Drawn): number => made.x - one.x - one.width;
  return (made.parent?.children ?? [])
    .filter((one) => one !== made && isOf(one, 'bpmn:FlowNode') && !one.labelTarget && !one.host && one.outgoing.length === 0)
    .filter((one) => off(one) > 0 && off(one) <= BEHIND && Math.abs(middleOf(one).y - middleOf(made).y) <= BESIDE)
    .toSorted((one, other) => off(one) - off(other))[0];
}
