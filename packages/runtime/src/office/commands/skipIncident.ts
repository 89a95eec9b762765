import { id } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import type { CaseCommands } from '../decide.ts';
import { waysOn } from '../moves/standstill.ts';
import type { Office } from '../office.ts';
import type { SkipIncident } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { ownerCommand, reasonIn } from './caseCommand.ts';
import { standsStill } from './standsStill.ts';

/** 跳过这一步: the case goes on as if what stands there had been done, on the way that is named where there are several; with a reason. */
export const skipIncident = (parts: Parts, cases: CaseCommands): Office['skipIncident'] =>
  ownerCommand<SkipIncident>(cases, 'skip', async (deciding, { input }) => {
    const { draft } = deciding;
    const still = standsStill(parts, deciding, input.incident);
    if ('ok' in still) return still;
    const reasoned = reasonIn(input.reason);
    if ('ok' in reasoned) return reasoned;
    const standing = draft.snapshot && parts.executor.standing?.(draft.snapshot);
    const ways = standing ? waysOn(standing, still) : [];
    const lacking =
      input.flow === undefined ? ways.length > 0 && !ways.some((way) => way.usual) : !ways.some(({ flow }) => flow === input.flow);
    if (lacking) {
      return refuse(input.flow === undefined ? 'required' : 'invalidInput', 'flow', {
        zh: `从这一步往哪里走：${ways.map((way) => way.name.zh || way.to.zh).join('、')}`,
        en: `Which way on from here: ${ways.map((way) => (way.name.zh === '' ? (way.to.en ?? way.to.zh) : (way.name.en ?? way.name.zh))).join(', ')}`,
      });
    }
    const flow = input.flow === undefined ? {} : { flow: id<'flow'>(input.flow) };
    const { id: incident, element } = still.incident;
    draft.events.push({ type: 'IncidentSkipped', incident, element, ...flow, reason: reasoned.reason });
    return deciding.advance({ kind: 'skip', incident, ...flow });
  });
