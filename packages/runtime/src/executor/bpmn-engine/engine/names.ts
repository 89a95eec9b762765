import { type DefinitionRef, type ElementId, id } from '../../../words/ids.ts';

/** An element's name in the engine: definitions of several files run in one engine, so each name says whose it is. */
export const engineId = (ref: DefinitionRef, element: string): string => `${ref}/${element}`;

/** The element that a name in the engine stands for. */
export const elementIn = (name: string): ElementId => id(name.slice(name.indexOf('/') + 1));

/** A flow that is not drawn: into whatever nothing leads to, so that nothing begins by itself. */
export const entryFlow = (element: string): string => `~${element}`;

/** A flow that is not drawn, from the throwing end of a link to its catching end. */
export const linkFlow = (thrower: string): string => `~${thrower}~`;

/** Whether a flow is not drawn. */
export const isUndrawn = (flow: string): boolean => flow.startsWith('~');
