import { type Node, textOf } from '../node.ts';
import { foreignNode, foreignText } from './words.ts';

/** By what other tools find who does an automatic step: the topic or type of a job, else the code that it names. */
export const foreignJobName = (node: Node): string | undefined =>
  foreignText(node, 'topic') ??
  textOf(foreignNode(node, 'taskDefinition'), 'type') ??
  foreignText(node, 'class') ??
  foreignText(node, 'delegateExpression') ??
  foreignText(node, 'expression') ??
  foreignText(node, 'type');

/** The called flow of Camunda 8; the others use BPMN's own `calledElement`. */
export const foreignCalled = (node: Node): string | undefined => {
  const written = textOf(foreignNode(node, 'calledElement'), 'processId');
  const [, quoted] = /^=\s*"([^"\\]*)"$/.exec(written ?? '') ?? [];
  return quoted ?? written;
};

/** By what a message of Camunda 8 finds its case, as whoever waits works it out. */
export const foreignKey = (message: Node | undefined): string | undefined =>
  textOf(foreignNode(message, 'subscription'), 'correlationKey')?.replace(/^=\s*/, '');
