import type { Text } from '../../words/text.ts';
import { indexed } from '../indexed.ts';
import type { Element, Flow, Process } from '../model.ts';
import { placeName, wayName } from './placeName.ts';
import type { Fault } from './rule.ts';

/** What is wrong at an element, in words that call it by its name. */
export const faultAt = (process: Process, { id }: Pick<Element, 'id'>, words: (at: Required<Text>) => Text): Fault => ({
  element: id,
  message: words(placeName(process, id)),
});

/** What is wrong with an arrow, in words that call it and where it comes from by their names. */
export const faultOn = (process: Process, flow: Flow, words: (way: Required<Text>, from: Required<Text>) => Text): Fault => ({
  element: flow.id,
  message: words(wayName(process, flow), placeName(process, flow.from)),
});

/** The elements that arrows out of this one lead to. */
export const behind = (process: Process, { id }: Pick<Element, 'id'>): readonly Element[] =>
  indexed(process)
    .outOf(id)
    .flatMap(({ to }) => indexed(process).element(to) ?? []);
