import type { AdHocChoice } from '../../kernel/adHocChoices.ts';
import type { Element } from '../../diagram/model.ts';
import { id, type ElementId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { CaseCommands, Deciding } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import { looksAfter } from '../moves/looksAfter.ts';
import { seatToBegin } from '../moves/startable.ts';
import type { Office } from '../office.ts';
import type { BeginStep, ConcludeSteps } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { seenFrom } from '../record/recorder.ts';
import { caseCommand, type OnCase, reasonIn } from './caseCommand.ts';

/** 可以开始的工作: a step of an ad-hoc sub-process is begun, by whoever would do it or a process owner. */
export const beginStep = (parts: Parts, cases: CaseCommands): Office['beginStep'] =>
  caseCommand<BeginStep>(cases, 'begin', async (deciding, asked) => {
    const { input } = asked;
    const open = await openAt(parts, deciding, input.scope);
    if (!open) return notOpen(input.scope);
    const element: ElementId = id(input.element);
    const step = open.definition.plan.element(element);
    if (!step || step.parent !== open.choice.element) return refuse('notWaiting', input.element, NOW);
    if (!mayBegin(deciding, { asked, open, steps: [step] })) return notTheirs(step);
    const { scope, start } = open.choice;
    if (!start.includes(element)) return refuse('notWaiting', step.name.zh, NOW);
    deciding.draft.events.push({ type: 'AdHocStarted', scope, element });
    return deciding.advance({ kind: 'startAdHoc', scope, element });
  });

/** An ad-hoc sub-process is said to be done; what is open in it ends, unless the diagram lets that come to its end. */
export const concludeSteps = (parts: Parts, cases: CaseCommands): Office['concludeSteps'] =>
  caseCommand<ConcludeSteps>(cases, 'conclude', async (deciding, asked) => {
    const { input } = asked;
    const open = await openAt(parts, deciding, input.scope);
    const whole = open?.definition.plan.element(open.choice.element);
    if (!open || !whole) return notOpen(input.scope);
    if (!mayBegin(deciding, { asked, open, steps: open.definition.plan.inside(whole.id) })) return notTheirs(whole);
    const reasoned = reasonIn(input.reason);
    if ('ok' in reasoned) return reasoned;
    const { scope, element } = open.choice;
    deciding.draft.events.push({ type: 'AdHocCompleted', scope, element, reason: reasoned.reason });
    return deciding.advance({ kind: 'completeAdHoc', scope });
  });

interface OpenWhole {
  readonly choice: AdHocChoice;
  readonly definition: Definition;
}

/** The ad-hoc sub-process that runs in a scope. */
async function openAt(parts: Parts, { draft, recorder }: Deciding, scope: string): Promise<OpenWhole | undefined> {
  const { snapshot } = draft;
  if (!snapshot) return undefined;
  const plans = await parts.definitions.plans(draft.facts.definition, parts.executor.definitions(snapshot));
  const choice = parts.executor.adHocChoices?.({ plans, snapshot }).find((one) => one.scope === scope);
  const at = choice && parts.executor.standing?.(snapshot)?.scopes.find((one) => one.id === choice.scope);
  const definition = at && recorder.definition(at.definition);
  return choice && definition ? { choice, definition } : undefined;
}

/** Whether one of these steps would be theirs to do; a deputy acts for whom they represent. */
function mayBegin(
  deciding: Deciding,
  about: { readonly asked: OnCase<unknown>; readonly open: OpenWhole; readonly steps: readonly Element[] },
): boolean {
  const { draft, recorder } = deciding;
  const { asked, open } = about;
  const data = seenFrom(recorder, draft, open.choice.scope);
  const given = { organization: recorder.organization, facts: draft.facts, at: draft.at, definition: open.definition, data };
  for (const element of about.steps) {
    const seat = seatToBegin(asked.viewer, { ...given, element });
    if (!seat) continue;
    deciding.onBehalfOf(seat.onBehalfOf);
    return true;
  }
  return looksAfter(asked.viewer.roles);
}

const NOW = { zh: '现在可以开始的步骤', en: 'A step that may be begun now' };

const notOpen = (scope: string): Refused =>
  refuse('notWaiting', scope, { zh: '正在进行、可以自选步骤的子流程', en: 'A sub-process that is open and whose steps are chosen' });

const notTheirs = (element: Element): Refused =>
  refuse('notAllowed', element.name.zh, {
    zh: '这项工作由他人开始：请找办理这一步的人或流程管理员',
    en: 'Others begin this: ask whoever does this step, or a process owner',
  });
