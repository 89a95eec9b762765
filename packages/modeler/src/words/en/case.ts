import type { caseRoom as zh } from '../zh/case.ts';
import type { English } from '../english.ts';

/** Words of the case page, in English. */
export const caseRoom: English<typeof zh> = {
  progress: 'History',
  diagram: 'Diagram',
  attachments: 'Files',
  undelivered: 'not delivered yet',
  play: 'Play back',
};
