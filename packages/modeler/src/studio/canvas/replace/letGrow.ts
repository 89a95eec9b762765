import { makeRoom, poolOrRoot } from '../insert/makeRoom.ts';
import { isOf, type Drawn, type Injector } from '../services.ts';

/** How large a part with steps is at first, as bpmn-js draws it. */
const WIDTH = 350;
const HEIGHT = 200;

/** Before a step becomes a part with steps of its own, what stands to the right and below makes room for it; by how much the part is to be moved then. */
export function letGrow(injector: Injector, step: Drawn): { readonly x: number; readonly y: number } {
  const within = poolOrRoot(step);
  const by = { x: WIDTH - step.width, y: HEIGHT - step.height };
  makeRoom(injector, { within, axis: 'x', at: step.x + step.width, by: by.x });
  makeRoom(injector, { within, axis: 'y', at: step.y + step.height, by: by.y });
  return { x: by.x / 2, y: by.y / 2 };
}

/** Whether a step is small and is to become large. */
export const grows = (step: Drawn, isExpanded: boolean | undefined): boolean =>
  isExpanded === true && isOf(step, 'bpmn:Task', 'bpmn:CallActivity');
