import type { Language } from '@guicheng/server/contract';
import type { Begun } from '../beginDesk.ts';
import type { Opened } from '../opening.ts';

/** A drawing that the page opened before the app began. */
export interface Ahead {
  readonly flow: string;
  readonly person: string;
  /** In which its canvas is drawn: what this machine remembers, before it is known what the person chose elsewhere. */
  readonly language: Language;
  readonly opening: Promise<Opened>;
}

let opening: Ahead | undefined;
const desks = new WeakMap<Opened, Begun>();

/** Keeps an opening for the app to go on with. */
export const offerOpening = (ahead: Ahead): void => void (opening = ahead);
/** Keeps the desk at which an opened drawing lies already. */
export const offerDesk = (opened: Opened, desk: Begun): void => void desks.set(opened, desk);

/** The opening that this page began with, once, where it is that of this person and flow. */
export function takeOpening(flow: string, person: string): Ahead | undefined {
  const ahead = opening;
  opening = undefined;
  return ahead?.flow === flow && ahead.person === person ? ahead : undefined;
}

/** The desk at which a drawing lies already, once: whoever takes it closes it. */
export function takeDesk(opened: Opened): Begun | undefined {
  const desk = desks.get(opened);
  desks.delete(opened);
  return desk;
}

/** Takes away what the page showed before the app began; the canvas must have been put elsewhere by then. */
export const uncover = (): void => document.getElementById('ahead')?.remove();
