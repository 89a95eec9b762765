import { board } from './zh/board.ts';
import { caseRoom } from './zh/case.ts';
import { constructs } from './zh/constructs.ts';
import { drawing } from './zh/drawing.ts';
import { form } from './zh/form.ts';
import { frame } from './zh/frame.ts';
import { login } from './zh/login.ts';
import { migrate } from './zh/migrate.ts';
import { moves } from './zh/moves.ts';
import { panel } from './zh/panel.ts';
import { studio } from './zh/studio.ts';
import { task } from './zh/task.ts';
import { versions } from './zh/versions.ts';

/** The words of the screen in Chinese: the design language. One file a room. */
export const zh = {
  ...form,
  ...frame,
  ...board,
  ...login,
  ...task,
  ...caseRoom,
  ...studio,
  ...panel,
  ...constructs,
  ...drawing,
  ...versions,
  ...migrate,
  ...moves,
} as const;

export type Word = keyof typeof zh;
