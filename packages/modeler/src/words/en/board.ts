import type { board as zh } from '../zh/board.ts';
import type { English } from '../english.ts';

/** Words of the board and of the lists beside it, in English. */
export const board: English<typeof zh> = {
  late: 'Overdue',
  today: 'Today',
  soon: 'Within three days',
  later: 'Later',
  noDue: 'No limit',
  number: 'Number',
  nothingToDo: 'Nothing to do. New tasks appear here by themselves.',
  nothingHere: 'There is nothing here yet.',
  taken: 'signed for',
  running: 'running',
  completed: 'closed',
  cancelled: 'cancelled',
  terminated: 'ended',
  incident: 'needs attention',
};
