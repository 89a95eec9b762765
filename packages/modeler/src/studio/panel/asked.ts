import type { Surroundings } from '@guicheng/server/contract';
import type { Drawn, Services } from '../file/moddle.ts';

/** What every question is given: the editor, what is selected (a process: its pool, or the whole picture), and what lies outside the file. */
export interface Asked {
  readonly modeler: Services;
  readonly element: Drawn;
  readonly around: Surroundings;
}
