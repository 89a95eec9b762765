import * as fc from 'fast-check';
import { diagramsOf, drawnAny } from './anyDiagram.ts';
import { drawnSound } from './drawnSound.ts';
import { DEFINITIONS } from './sheet.ts';
import { piecesOf } from './soundPiece.ts';
import { slips, spoilt } from './spoilt.ts';

/** What bpmn-engine is claimed to run (docs/bpmn-support.md). */
const pieces = piecesOf({
  waits: ['timer', 'receive', 'several'],
  throws: ['none', 'signal', 'message', 'link'],
  behaviors: ['All'],
  splits: ['one', 'some', 'all', 'race', 'fork', 'perhaps'],
  shells: ['sub', 'call', 'each', 'inTurn'],
  troubles: ['none', 'timer', 'cycle', 'message', 'signal', 'error', 'terminate'],
  repeats: false,
});

const diagrams = diagramsOf({
  steps: ['userTask', 'serviceTask', 'manualTask', 'receiveTask', 'many', 'inTurn'],
  gateways: ['exclusive', 'parallel', 'inclusive', 'race'],
  events: ['timer', 'message', 'signal', 'several', 'ring'],
  ends: ['end', 'terminate', 'error'],
  wholes: ['sub', 'each', 'call'],
  words: ['timer', 'message', 'signal', 'error'],
  undoable: false,
});

/** A race of three waits for a condition, which bpmn-engine does not. */
const withoutConditions = (xml: string): string =>
  xml.replace(/<conditionalEventDefinition>.*?<\/conditionalEventDefinition>/g, DEFINITIONS.timer);

const drawn = pieces.map((piece) => withoutConditions(drawnSound(piece)));

/** Diagrams that both executors are claimed to run; of those that are drawn anyhow many would set two tokens where bpmn-engine takes one. */
export const forBoth: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: drawn },
  { weight: 2, arbitrary: fc.tuple(drawn, slips).map(([xml, made]) => spoilt(xml, made)) },
  { weight: 1, arbitrary: diagrams.map(drawnAny) },
);
