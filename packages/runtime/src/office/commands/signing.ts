import type { Operation } from '../../diagram/office.ts';
import { covers } from '../../organization/clearance.ts';
import { personName, unitName } from '../../organization/names.ts';
import { id, type VisitId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { commitsOf, trailOf } from '../caseLog.ts';
import type { CaseCommands, Deciding } from '../decide.ts';
import { looksAfter } from '../moves/looksAfter.ts';
import { answeredIn, itemsOf, kindOf, type RunningSigning, signingsIn } from '../moves/signings.ts';
import { inWords } from '../moveReasons.ts';
import type { Office } from '../office.ts';
import type { AddSigners, RemoveSigner } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { caseCommand, type OnCase, reasonIn } from './caseCommand.ts';
import { excludedFrom, heldTask } from './holder.ts';

/** 加签: further people or units on the list of a countersigning that runs, with a reason. */
export const addSigners = (parts: Parts, cases: CaseCommands): Office['addSigners'] =>
  caseCommand<AddSigners>(cases, 'addSigners', async (deciding, asked) => {
    const { input } = asked;
    const signing = runningSigning(parts, deciding, (one) => one.host === input.host);
    if (!signing) return notRunning(input.host);
    const barred = await barring(deciding, { asked, signing, operation: 'addSigner' });
    if (barred) return barred;
    const reasoned = reasonIn(input.reason);
    if ('ok' in reasoned) return reasoned;
    const found = kindOf(signing) === 'number' ? numbersAfter(signing, input) : input.items;
    if ('ok' in found) return found;
    const unfit = kindOf(signing) === 'number' ? undefined : await unfitItems(parts, deciding, { signing, items: input.items });
    if (unfit) return unfit;
    const { host, element } = signing;
    const refused = await deciding.advance({ kind: 'move', move: { kind: 'addInstance', host, items: found, where: input.where } });
    if (refused) return inWords(refused);
    deciding.draft.events.push({ type: 'SignersAdded', host, element: element.id, items: found.map(String), reason: reasoned.reason });
    return undefined;
  });

/** Where the parts are for nobody in particular, those that are added have the numbers after those that there were. */
function numbersAfter({ total, element }: RunningSigning, { items, more }: AddSigners): readonly number[] | Refused {
  if (items.length > 0 || more === undefined)
    return refuse('required', element.name.zh, { zh: '要增加几份（more）', en: 'How many more (more)' });
  return Array.from({ length: more }, (_, index) => total + index + 1);
}

/** 减签: one part of a countersigning that nobody has answered is taken away, with a reason; whether the rest are enough is asked anew. */
export const removeSigner = (parts: Parts, cases: CaseCommands): Office['removeSigner'] =>
  caseCommand<RemoveSigner>(cases, 'removeSigner', async (deciding, asked) => {
    const { input } = asked;
    const visit: VisitId = id(input.visit);
    const signing = runningSigning(parts, deciding, ({ open }) => open.some((one) => one.visit === visit));
    const part = signing?.open.find((one) => one.visit === visit);
    if (!signing || !part) return notRunning(input.visit);
    const barred = await barring(deciding, { asked, signing, operation: 'removeSigner' });
    if (barred) return barred;
    const reasoned = reasonIn(input.reason);
    if ('ok' in reasoned) return reasoned;
    const refused = await deciding.advance({ kind: 'move', move: { kind: 'removeInstance', visit } });
    if (refused) return inWords(refused);
    const { item } = part;
    deciding.draft.events.push({ type: 'SignerRemoved', visit, element: signing.element.id, item, reason: reasoned.reason });
    return undefined;
  });

function runningSigning(parts: Parts, { draft, recorder }: Deciding, is: (signing: RunningSigning) => boolean): RunningSigning | undefined {
  const standing = draft.snapshot && parts.executor.standing?.(draft.snapshot);
  return standing && signingsIn(standing, (ref) => recorder.definition(ref)).find(is);
}

const notRunning = (culprit: string): Refused =>
  refuse('notWaiting', culprit, { zh: '正在办理的会签', en: 'A countersigning that is being done' });

/** Process owners may, and whoever holds a part of it that is still open, where the diagram lets them. */
async function barring(
  deciding: Deciding,
  about: {
    readonly asked: OnCase<unknown>;
    readonly signing: RunningSigning;
    readonly operation: Extract<Operation, 'addSigner' | 'removeSigner'>;
  },
): Promise<Refused | undefined> {
  const { asked, signing, operation } = about;
  if (looksAfter(asked.viewer.roles)) return undefined;
  const name = signing.element.name;
  if (!signing.element.office.operations.includes(operation))
    return refuse('notAllowed', name.zh, {
      zh: operation === 'addSigner' ? '这一步只能由流程管理员加签' : '这一步只能由流程管理员减签',
      en: `Only process owners may ${operation === 'addSigner' ? 'add to' : 'take from'} the list of this step`,
    });
  for (const visit of partsHeld(deciding, signing)) {
    const held = await heldTask(deciding, visit, async () => []);
    if (!('ok' in held)) return undefined;
  }
  return refuse('notAllowed', name.zh, {
    zh: '只有正在办理这一步的人和流程管理员可以加签、减签',
    en: 'Only those who have this step now, and process owners, may change its list',
  });
}

/** The open tasks of its parts. */
const partsHeld = ({ draft }: Deciding, { open }: RunningSigning): readonly VisitId[] => {
  const visits = new Set(open.map(({ visit }) => visit));
  return draft.facts.tasks.filter((task) => visits.has(task.visit) || task.within.some((one) => visits.has(one))).map(({ visit }) => visit);
};

/** What cannot be added: who is unknown, not cleared, barred, or on the list already. */
async function unfitItems(
  parts: Parts,
  deciding: Deciding,
  { signing, items }: { readonly signing: RunningSigning; readonly items: readonly string[] },
): Promise<Refused | undefined> {
  const { draft, recorder } = deciding;
  const { organization } = recorder;
  const kind = kindOf(signing);
  if (kind === null)
    return refuse('illegalMove', signing.element.name.zh, {
      zh: '这一步的名单不是人员或部门，不能加签',
      en: 'The list of this step is neither of people nor of units, so nobody can be added',
    });
  if (items.length === 0) return refuse('required', 'items', { zh: '请选择要加签的人员或部门', en: 'Choose whom to add' });
  const log = await commitsOf(parts.store, draft.facts.case);
  const answered = new Set(answeredIn(trailOf(log), signing));
  const listed = new Set<unknown>([...signing.open.map(({ item }) => item), ...signing.waiting]);
  for (const [visit, item] of itemsOf(log)) if (answered.has(visit)) listed.add(item);
  const barred = new Set<string>(excludedFrom(deciding, signing.definition, signing.element));
  for (const [index, item] of items.entries()) {
    const person = kind === 'person' ? organization.people.find((one) => one.id === item && one.active) : undefined;
    const known = kind === 'person' ? person !== undefined : organization.units.some((unit) => unit.id === item);
    const name = kind === 'person' ? personName(organization, id(item)) : unitName(organization, item);
    const [zh, en] = [name.zh, name.en ?? name.zh];
    if (!known)
      return refuse('invalidInput', 'items', {
        zh: '请选择本单位在岗人员或现有部门',
        en: 'Choose people who work here, or units that there are',
      });
    if (listed.has(item) || items.indexOf(item) !== index)
      return refuse('invalidInput', zh, { zh: `${zh}已在会签名单中`, en: `${en} is on the list already` });
    if (person && !covers(person.clearance, draft.facts.clearance))
      return refuse('notAllowed', zh, { zh: `${zh}的涉密等级不够办理此件`, en: `${en} is not cleared for this case` });
    if (barred.has(item))
      return refuse('notAllowed', zh, { zh: `${zh}已办理过须由他人经手的步骤`, en: `${en} did a step that must be done by somebody else` });
  }
  return undefined;
}
