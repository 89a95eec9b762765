import type { Text } from '../../words/text.ts';
import { indexed } from '../indexed.ts';
import { indexedFile } from '../indexedFile.ts';
import type { Diagram, Element, MessageFlow, Process } from '../model.ts';

/** An end of a message: an element or a whole pool, and the process it belongs to; without one it is somebody outside. */
export interface MessageEnd {
  readonly process?: Process;
  readonly element?: Element;
}

/** What a message leads to or comes from; undefined where that is neither an element nor a pool. */
export function endOf(diagram: Diagram, id: string): MessageEnd | undefined {
  const file = indexedFile(diagram);
  const pool = file.pool(id);
  const process = pool ? file.process(pool.process) : file.around(id);
  if (pool) return process ? { process } : {};
  const element = process && indexed(process).element(id);
  return process && element ? { process, element } : undefined;
}

/** The messages with an end in a process; one within it comes twice. */
export function messagesAt(diagram: Diagram, { key, elements }: Process): readonly MessageFlow[] {
  const { poolsOf, sentBy, sentTo } = indexedFile(diagram);
  return [...poolsOf(key), ...elements].flatMap(({ id }) => [...sentBy(id), ...sentTo(id)]);
}

/** What people call a message that is drawn. */
export const messageName = ({ name }: MessageFlow): Required<Text> =>
  name.zh || name.en
    ? { zh: `消息“${name.zh || name.en}”`, en: `the message “${name.en || name.zh}”` }
    : { zh: '一条消息线', en: 'a message' };
