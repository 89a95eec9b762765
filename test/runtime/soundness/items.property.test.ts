import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import { type Explored, explore } from '../../../packages/runtime/src/soundness/explore.ts';
import { lostNode } from '../../../packages/runtime/src/soundness/lostNode.ts';
import { modelOf } from '../../../packages/runtime/src/soundness/model.ts';
import { anyProcesses, drawnAny } from './anyProcess.ts';
import { drawnSound, soundBlocks } from './blockProcess.ts';
import { judged, plain, some } from './judging.ts';

/** All of a process within a sub-process that is done for each item of a list. */
const forEach = (xml: string): string =>
  xml.replace(
    /(<process [^>]*>)(.*)(<\/process>)/s,
    (_, head: string, body: string, foot: string) =>
      `${head}<startEvent id="os"/><subProcess id="each"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>${body}</subProcess><endEvent id="oe"/><sequenceFlow id="o1" sourceRef="os" targetRef="each"/><sequenceFlow id="o2" sourceRef="each" targetRef="oe"/>${foot}`,
  );

const BOUNDS = { states: 400, afterFlaw: 400, orders: 'every' } as const;

const toldOf = (explored: Explored) => ({
  flaws: [...new Set(explored.nodes.flatMap(({ flaw }) => (flaw ? [`${flaw.kind} ${flaw.element}`] : [])))].sort(),
  reached: [...explored.reached].sort(),
  ends: explored.nodes.some(({ state }) => state.ended),
  lost: lostNode(explored) !== undefined,
});

test('which of several equal items has come how far makes no difference', async () => {
  let [compared, fewer] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyProcesses.map(drawnAny), soundBlocks.map(drawnSound)), async (xml) => {
      const parsed = await parseDiagram(forEach(xml));
      const [process] = parsed.ok ? parsed.diagram.processes : [];
      if (!process) throw new Error('nothing was drawn');
      const model = modelOf(process, { called: false });
      const each = explore({ ...model, tellsItems: true }, BOUNDS);
      const alike = explore(model, BOUNDS);
      if (each.gap || alike.gap) return;
      compared += 1;
      expect(toldOf(alike)).toEqual(toldOf(each));
      if (alike.nodes.length < each.nodes.length) fewer += 1;
    }),
    { numRuns: 18 },
  );
  expect(compared).toBeGreaterThan(6);
  expect(fewer).toBeGreaterThan(2);
});

test('lists in lists in lists in lists are decided in some hundred states', async () => {
  const nested = (depth: number): string =>
    depth === 0
      ? plain(some('startEvent', 's') + some('userTask', 'a') + some('endEvent', 'e'), 's > a > e')
      : forEach(nested(depth - 1))
          .replaceAll('"each"', `"each${depth}"`)
          .replaceAll('"os"', `"os${depth}"`)
          .replaceAll('"oe"', `"oe${depth}"`)
          .replaceAll('"o1"', `"oa${depth}"`)
          .replaceAll('"o2"', `"ob${depth}"`);
  const [found] = await judged(nested(4));
  expect(found?.verdict).toBe('sound');
  expect(found?.markings).toBeLessThan(300);
});
