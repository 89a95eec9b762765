import type { Construct } from './construct.ts';
import { leave } from './run/leave.ts';
import { oneWay } from './run/sequenceFlow.ts';

/** One way on: the first whose condition holds, in document order, else the default one; without either an incident. It never waits for other tokens. */
export const exclusiveGateway: Construct = (run, place) => leave(run, place, oneWay(run, place));
