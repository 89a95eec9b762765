import type { Element } from '../model.ts';
import { CONTAINERS, GATEWAYS, REPETITION, TASKS } from './activities.ts';
import type { Chapter } from './construct.ts';
import { EVENTS } from './events.ts';

/** The executable class of the standard, chapter by chapter. */
export const CHAPTERS: readonly Chapter[] = [TASKS, CONTAINERS, REPETITION, GATEWAYS, EVENTS];

const ALL = CHAPTERS.flatMap(({ constructs }) => constructs);

/** The constructs that an element is and has, by key. An event where the standard does not allow it is none. */
export const constructsOf = (element: Element): readonly string[] => ALL.filter((construct) => construct.is(element)).map(({ key }) => key);
