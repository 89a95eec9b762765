import type { Language, Session } from '@guicheng/server/contract';
import { ask } from '../../../api/client.ts';
import { readAhead } from '../../../api/readAhead.ts';
import { SESSION } from '../../../api/session.ts';
import { openDrawing } from '../opening.ts';
import { offerDesk, offerOpening } from './ahead.ts';

/**
 * Opens a flow's drawing and draws its canvas in a place of the page, for the app to go on with both. Whether the canvas is drawn: not, where
 * nobody is signed in, or somebody who draws nothing, or where another draws. What goes wrong is the app's to tell, which asks again.
 */
export async function openAhead(about: {
  readonly flow: string;
  readonly language: Language;
  readonly place: HTMLElement;
}): Promise<boolean> {
  const { flow, language, place } = about;
  // Fetched beside what is asked here.
  const editor = import('../beginDesk.ts');
  const session = await ask<Session>(SESSION);
  readAhead.set(SESSION, session);
  if (!session.roles.includes('processOwner')) return false;
  const person = session.person.id;
  const opening = openDrawing({ flow, person }, 'draw');
  offerOpening({ flow, person, language, opening });
  const [opened, { beginDesk }] = await Promise.all([opening, editor]);
  if (!opened.draws) return false;
  const begun = beginDesk(opened, language, place);
  offerDesk(opened, begun);
  await begun.desk;
  return true;
}
