import { covers } from '../../organization/clearance.ts';
import { personName } from '../../organization/names.ts';
import { id, personSeat } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import { commitsOf } from '../caseLog.ts';
import { type CaseCommands } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { withReaders } from '../record/tasks.ts';
import { excludedFrom, heldTask } from './holder.ts';
import { taskCommand } from './taskCommand.ts';

/** 转办: hands a task to another person, with a reason. */
export const reassignTask = (parts: Parts, cases: CaseCommands): Office['reassignTask'] =>
  taskCommand(cases, 'reassign', async (deciding, { who, input, caseId, visit }) => {
    const { draft, recorder } = deciding;
    const held = await heldTask(deciding, visit, () => commitsOf(parts.store, caseId));
    if ('ok' in held) return held;
    if (!held.element.office.operations.includes('reassign'))
      return refuse('illegalMove', held.element.name.zh, { zh: '这一步不允许转办', en: 'This step may not be handed on' });
    const other = recorder.organization.people.find((person) => person.id === input.to && person.active);
    if (!other) return refuse('invalidInput', 'to', { zh: '请选择本单位在岗人员', en: 'Choose a person who works here' });
    const name = personName(recorder.organization, other.id);
    if (!covers(other.clearance, draft.facts.clearance))
      return refuse('notAllowed', name.zh, {
        zh: `${name.zh}的涉密等级不够办理此件`,
        en: `${name.en ?? name.zh} is not cleared for this case`,
      });
    if (excludedFrom(deciding, held.definition, held.element).includes(other.id)) {
      return refuse('notAllowed', name.zh, {
        zh: `${name.zh}已办理过须由他人经手的步骤`,
        en: `${name.en ?? name.zh} did a step that must be done by somebody else`,
      });
    }
    const seats = [personSeat(id<'person'>(input.to))];
    draft.facts = {
      ...draft.facts,
      tasks: draft.facts.tasks.map((open) => (open.visit === visit ? { ...open, seats, takenBy: null, takenAt: null, from: who } : open)),
      readers: withReaders(draft.facts.readers, seats),
    };
    draft.touched.set(visit, 'open');
    draft.events.push({ type: 'TaskReassigned', visit: visit, seats, reason: input.reason.trim() });
    return undefined;
  });
