import { board } from './en/board.ts';
import { caseRoom } from './en/case.ts';
import { constructs } from './en/constructs.ts';
import { drawing } from './en/drawing.ts';
import { form } from './en/form.ts';
import { frame } from './en/frame.ts';
import { login } from './en/login.ts';
import { migrate } from './en/migrate.ts';
import { moves } from './en/moves.ts';
import { panel } from './en/panel.ts';
import { studio } from './en/studio.ts';
import { task } from './en/task.ts';
import { versions } from './en/versions.ts';

/** The same in English; the types keep it complete. */
export const en = {
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
};
