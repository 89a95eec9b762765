import type { Element, Process } from '@guicheng/runtime';

const outermost = (process: Process): readonly Element[] => process.elements.filter((element) => element.parent === null);

/** Where a process begins when it is simply begun: at a plain start, else at whatever it has. */
export function startOf(process: Process): Element | undefined {
  const all = outermost(process);
  const starts = all.filter((element) => element.type === 'startEvent');
  return (
    starts.find((start) => start.triggers.length === 0) ??
    starts[0] ??
    all.find((element) => element.instantiate === true) ??
    all.find((element) => element.incoming.length === 0 && isEntry(element))
  );
}

const isEntry = ({ type, eventSubProcess, forCompensation }: Element): boolean =>
  type !== 'boundaryEvent' && eventSubProcess !== true && forCompensation !== true;
