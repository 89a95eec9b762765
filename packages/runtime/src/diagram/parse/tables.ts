import { decisionFile } from '../dmn/file.ts';
import type { DecisionFile } from '../dmn/model.ts';
import { type Node, nodesOf, textOf, wordsOf } from './node.ts';
import { ownNameOf } from './words.ts';

/** The decision tables that stand in the processes of a file, from `gc:decisionTable`. A large table takes a tenth of a second. */
export async function tablesIn(root: Node): Promise<ReadonlyMap<Node, readonly DecisionFile[]>> {
  const found = new Map<Node, readonly DecisionFile[]>();
  for (const process of nodesOf(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process')) {
    const words = wordsOf(process, 'DecisionTable');
    if (words.length > 0) found.set(process, await Promise.all(words.map(tableOf)));
  }
  return found;
}

const tableOf = (word: Node): Promise<DecisionFile> =>
  decisionFile(textOf(word, 'key') ?? '', ownNameOf(word), textOf(nodesOf(word, 'files')[0], 'text') ?? '');
