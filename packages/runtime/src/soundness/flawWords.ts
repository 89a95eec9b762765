import type { Process } from '../diagram/model.ts';
import { listed, placeName } from '../diagram/rules/placeName.ts';
import type { Marking } from '../kernel/marking.ts';
import type { Text } from '../words/text.ts';
import { deciding } from './deciding.ts';
import type { Node } from './explore.ts';
import type { Flaw } from './flaw.ts';
import type { Model } from './model.ts';
import { noWayWords } from './noWayWords.ts';

/** What is wrong, in one sentence for whoever draws the flow. */
export function flawWords(model: Model, { kind, element }: Flaw, last: Node): Text {
  const { process } = model;
  const { zh, en } = placeName(process, element);
  switch (kind) {
    case 'joinStuck': {
      const missing = missingAt(process, element, last.state.marking);
      const { zh: then, en: thenEn } = adviceAt(process, element);
      return {
        zh: `办件可能卡在${zh}：这里要等各路到齐，而从${missing.zh}来的一路不会来；${then}`,
        en: `A case can get stuck at ${en}: it waits for every branch, and the one from ${missing.en} will not come; ${thenEn}`,
      };
    }
    case 'noWayHolds':
      return noWayWords(model, element, last);
    case 'conditionUndecided':
      return undecidedWords(model, element, last);
    case 'listEmpty':
      return {
        zh: `${zh}的名单可能是空的，办件会停在这里：请把名单设为必填`,
        en: `The list for ${en} may be empty, and a case would stop here: require the list to be filled in`,
      };
    case 'errorUncaught':
      return { zh: `${zh}报出的错误没有后续处理，办件会停在这里`, en: `Nothing handles the error of ${en}: a case would stop here` };
    case 'endless':
      return {
        zh: `${zh}之后流程会自己不停地打转，中间没有任何要人办的步骤`,
        en: `After ${en} the flow goes round in circles by itself, without any step for a person`,
      };
    case 'twice':
      return {
        zh: `同一办件会在${zh}同时出现两份：分开办理的几路还没有等齐，就有一路单独往下走或退回了；请先用“并行”汇合`,
        en: `One case comes to ${en} twice at the same time: one of several branches goes on or is sent back before all have met; join them in parallel first`,
      };
    case 'endTwice':
      return {
        zh: `同一办件会两次到${zh}：分开办理的几路没有汇合，各自走到了结束；如果应当等齐，请先用“并行”汇合`,
        en: `One case comes to ${en} twice: several branches end there, each by itself; if they are to wait for each other, join them in parallel first`,
      };
    case 'neverEnds':
      return { zh: `办件到了${zh}，以后无论怎么办都到不了结束`, en: `Once a case is at ${en}, nothing that is done leads to the end` };
  }
}

/** The steps from which a join has no token yet. */
function missingAt(process: Process, join: Flaw['element'], { arrivals }: Marking): Required<Text> {
  const came = new Set(arrivals.filter((arrival) => arrival.join === join).map(({ flow }) => flow));
  const missing = process.flows.filter((flow) => flow.to === join && !came.has(flow.id));
  return listed(missing.map((flow) => placeName(process, flow.from)));
}

/** A split that is led back to waits for what has gone on long before; else it is mostly a join of ways of which only one is taken. */
function adviceAt(process: Process, join: Flaw['element']): Required<Text> {
  const splits = process.flows.filter((flow) => flow.from === join).length > 1;
  return splits
    ? { zh: '退回的连线请改连到它前面的步骤', en: 'lead what is sent back to the step before it' }
    : {
        zh: '请让每一路都到这里；如果前面只走其中一路，请把这里的“并行”改成“分支”',
        en: 'let every branch come here or, if only one of them is taken before, make this a branch',
      };
}

function undecidedWords(model: Model, element: Flaw['element'], last: Node): Text {
  const { process } = model;
  const { zh, en } = placeName(process, element);
  const empty = deciding(model, element, last).filter(({ choice }) => choice.value === null);
  const fields = listed(
    empty.map(({ choice }) => {
      const name = process.fields.find(({ key }) => key === choice.name)?.name;
      return { zh: `“${name?.zh || choice.name}”`, en: `“${name?.en || name?.zh || choice.name}”` };
    }),
  );
  return empty.length > 0
    ? {
        zh: `${zh}可能判断不了走哪条路：条件要看${fields.zh}，而它可能没有填，请设为必填`,
        en: `Which way to take at ${en} may be impossible to tell: it depends on ${fields.en}, which may be empty; require it`,
      }
    : {
        zh: `${zh}可能判断不了走哪条路：条件要看的内容可能还没有填`,
        en: `Which way to take at ${en} may be impossible to tell: what it depends on may not be filled in`,
      };
}
