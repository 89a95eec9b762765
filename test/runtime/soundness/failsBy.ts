import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import type { JudgedFinding } from '../../../packages/runtime/src/soundness/judgement.ts';
import { replay } from './replay.ts';

/** Whether what a finding says is seen when its run is done on the kernel. */
export function failsBy(process: Process, { property, elements, run, process: called }: JudgedFinding): boolean {
  if (property === 'deadActivity' && !called) return run.length === 0;
  // What comes from a called process is shown by the run to its call.
  const { marking, ended, ends } = replay(process, run);
  if (called) return marking.tokens.some(({ element }) => elements.includes(element));
  const places = [
    ...marking.tokens.filter(({ instance }) => !instance).map(({ scope, element }) => `${scope} ${element}`),
    ...marking.arrivals.map(({ scope, join, flow }) => `${scope} ${join} ${flow}`),
  ];
  switch (property) {
    case 'optionToComplete':
      return !ended && marking.incidents.some(({ element }) => elements.includes(element));
    case 'properCompletion':
      return new Set(ends).size < ends.length || (ends.length > 0 && marking.arrivals.length > 0);
    case 'markedTwice':
      return places.length > new Set(places).size;
    case 'livelock':
      return marking.incidents.some(({ code }) => code === 'stepBudget') || (!ended && marking.incidents.length === 0);
    case 'mayWaitForever':
    case 'deadActivity':
      return marking.tokens.some(({ element }) => elements.includes(element));
  }
}
