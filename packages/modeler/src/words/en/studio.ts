import type { studio as zh } from '../zh/studio.ts';
import type { English } from '../english.ts';

/** Words of the flows, in English. */
export const studio: English<typeof zh> = {
  runningCases: 'running',
  steps: 'steps',
  whoDoes: 'Who',
  howLong: 'Time limit',
  fillsIn: 'Fields',
  fromPaper: 'from the paper',
  ourReading: 'our reading',
  clickStep: 'Click a step to see who does it, how, and by when.',
};
