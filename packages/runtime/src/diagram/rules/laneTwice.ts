import type { ElementId } from '../../words/ids.ts';
import type { Lane } from '../model.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import { type Rule, called } from './rule.ts';

/** A step stands in one lane: of two posts nobody could tell whose it is. */
export const rule: Rule = {
  name: 'laneTwice',
  severity: 'warning',
  sentence: { zh: '一个步骤只在一条泳道里', en: 'A step stands in one lane' },
  check(process) {
    const lanes = new Map(process.lanes.map((lane) => [lane.id, lane]));
    const seen = new Map<string, Lane>();
    const twice: (readonly [element: ElementId, lane: Lane, other: Lane])[] = [];
    for (const lane of process.lanes) {
      for (const element of new Set(lane.elements)) {
        const before = seen.get(element);
        if (before && !isWithin(lanes, lane, before)) twice.push([element, before, lane]);
        else seen.set(element, lane);
      }
    }
    return twice.map(([element, lane, other]) =>
      faultAt(process, { id: element }, (at) => ({
        zh: `${at.zh}同时在泳道${called(lane).zh}和${called(other).zh}里，分不清归谁办：请只放在一条里`,
        en: `${begun(at.en)} is both in the lane ${called(lane).en} and in ${called(other).en}: leave it in one`,
      })),
    );
  },
};

/** A lane within another holds its steps for both. */
function isWithin(lanes: ReadonlyMap<string, Lane>, inner: Lane, outer: Lane): boolean {
  for (let lane: Lane | undefined = inner; lane; lane = lane.within && lanes.get(lane.within)) if (lane.id === outer.id) return true;
  return false;
}
