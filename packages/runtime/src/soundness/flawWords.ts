import type { Process } from '../diagram/model.ts';
import type { Marking } from '../kernel/marking.ts';
import type { Text } from '../words/text.ts';
import type { Flaw } from './flaw.ts';
import { listed, placeName } from '../diagram/rules/placeName.ts';

/** What is wrong, in one sentence for whoever draws the flow. */
export function flawWords(process: Process, { kind, element }: Flaw, marking: Marking): Text {
  const { zh, en } = placeName(process, element);
  switch (kind) {
    case 'joinStuck': {
      const missing = missingAt(process, element, marking);
      return {
        zh: `办件可能卡在${zh}：这里要等各路到齐，而从${missing.zh}来的一路不会再来`,
        en: `A case can get stuck at ${en}: it waits for every branch, and the one from ${missing.en} will not come`,
      };
    }
    case 'noWayHolds':
      return {
        zh: `办件到${zh}可能无路可走：没有一条去路的条件成立，也没有默认去路`,
        en: `A case can find no way on at ${en}: no condition holds, and there is no default way`,
      };
    case 'conditionUndecided':
      return {
        zh: `${zh}的分支条件可能判断不了：用到的内容可能还没有填`,
        en: `The conditions behind ${en} may be impossible to tell: what they ask for may not be filled in`,
      };
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
        zh: `同一办件会在${zh}同时出现两份：前面分开办理的几路没有先汇合`,
        en: `One case comes to ${en} twice at the same time: branches that were parted before are not joined first`,
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
