import { Button } from 'antd';
import type { Drawn, Services } from '../../file/moddle.ts';
import { howManyOf } from '../many/many.ts';

interface Becoming {
  readonly element: Drawn;
  readonly target: { readonly type: string; readonly many?: 'parallel' | 'sequential' };
  /** Set when it has. */
  readonly became?: Drawn;
}
interface Stack {
  execute(command: 'office.become', becoming: Becoming): void;
}

/** Why a step does not do what somebody may expect of it, and the button that makes it one that does: one step of undo, as from the canvas. */
export function Becomes({
  modeler,
  element,
  note,
  offer,
}: {
  readonly modeler: Services;
  readonly element: Drawn;
  readonly note: string;
  readonly offer: { readonly label: string; readonly type: string };
}) {
  const become = (): void => {
    const many = howManyOf(element);
    const becoming: Becoming = { element, target: { type: offer.type, ...(many === 'one' ? {} : { many }) } };
    modeler.get<Stack>('commandStack').execute('office.become', becoming);
    if (becoming.became) modeler.get<{ select(element: Drawn): void }>('selection').select(becoming.became);
  };
  return (
    <section className="gc-ask gc-becomes">
      <p className="gc-row-wrong">{note}</p>
      <Button size="small" onClick={become}>
        {offer.label}
      </Button>
    </section>
  );
}
