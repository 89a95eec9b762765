import type { CaseFacts } from '../../case/facts.ts';
import type { Element } from '../../diagram/model.ts';
import type { Examined } from '../../kernel/moves/migration/examine.ts';
import { changeWords, type MigrationNames, obstacleWords } from '../../kernel/moves/migration/obstacle.ts';
import { personName } from '../../organization/names.ts';
import { canonical, type Json } from '../../words/json.ts';
import type { DefinitionRef, ElementId } from '../../words/ids.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import type { Text } from '../../words/text.ts';
import type { LoadedCase } from '../caseLog.ts';
import type { Definition } from '../definitions.ts';
import type { Parts } from '../parts.ts';

/** The two versions between which cases go, and what becomes of what. */
export interface Between {
  readonly from: Definition;
  readonly to: Definition;
  readonly map: { readonly [from: string]: ElementId };
}

/** What the dry run finds for one case. */
export interface Verdict {
  readonly examined: Examined;
  readonly reasons: readonly Text[];
  readonly notes: readonly Text[];
  /** Notes that tell something of the case itself: for those who may read it. */
  readonly own: readonly Text[];
}

/** Looks at one case: what moves where, each reason against, and what changes for those who do it. Changes nothing. */
export async function verdictOn(parts: Parts, { head, facts }: LoadedCase, between: Between): Promise<Verdict> {
  const { from, to, map } = between;
  const { snapshot } = head;
  if (!snapshot) throw new BrokenPromise(`the case ${facts.case} has no snapshot`);
  const names = namesOf(between);
  const plans = await parts.definitions.plans(from.ref, [...parts.executor.definitions(snapshot), to.ref]);
  const examined = parts.executor.migration?.({ plans, snapshot, to: to.ref, map });
  if (!examined) return { examined: { places: [], obstacles: [], changes: [] }, reasons: [NOT_HERE], notes: [], own: [] };
  const reasons = examined.obstacles.map((one) => obstacleWords(one, names));
  if (reasons.length > 0) return { examined, reasons, notes: [], own: [] };
  const organization = await parts.house.organization();
  const takers = changedHands(facts, between).flatMap((task) => (task.takenBy ? [personName(organization, task.takenBy)] : []));
  return {
    examined,
    reasons,
    notes: distinct([...examined.changes.map((one) => changeWords(one, names)), ...noted(facts, between)]),
    own: distinct([...gone(head, between), ...takers.map(takenWords)]),
  };
}

/** The executor that a case runs on cannot move it. */
export const NOT_HERE: Text = {
  zh: '这件所用的执行引擎不能转版本',
  en: 'The engine that runs this case cannot move it to another version',
};

const takenWords = (name: Text): Text => ({
  zh: `${name.zh}已签收，按新版本不该由其办理的，签收会退还`,
  en: `${name.en ?? name.zh} has signed for it; it is given back should the new version ask for somebody else`,
});

export const namesOf = ({ from, to }: Between): MigrationNames => ({
  old: (element) => nameIn(from, element),
  next: (element) => nameIn(to, element),
});

/** How an element is called; what has no name is called by what it is, and where it stands. */
export function nameIn(definition: Definition, id: ElementId): Text {
  const element = definition.plan.element(id);
  if (!element) return { zh: id };
  if (element.name.zh !== '') return element.name;
  const before = definition.plan
    .incoming(id)
    .flatMap((flow) => definition.plan.element(flow.from)?.name ?? [])
    .find(({ zh }) => zh !== '');
  const kind = KINDS[element.type] ?? { zh: '环节', en: 'place' };
  return before ? { zh: `“${before.zh}”之后的${kind.zh}`, en: `the ${kind.en} after “${before.en ?? before.zh}”` } : kind;
}

const KINDS: { readonly [Type in Element['type']]?: Required<Text> } = {
  parallelGateway: { zh: '汇合处', en: 'meeting of branches' },
  inclusiveGateway: { zh: '汇合处', en: 'meeting of branches' },
  exclusiveGateway: { zh: '判断处', en: 'decision' },
  eventBasedGateway: { zh: '等候处', en: 'wait' },
  intermediateCatchEvent: { zh: '等候', en: 'wait' },
  subProcess: { zh: '子流程', en: 'sub-process' },
  callActivity: { zh: '下级流程', en: 'called process' },
};

/** Open tasks that the new version gives to others, or limits otherwise. */
function noted(facts: CaseFacts, between: Between): readonly Text[] {
  const given = changedHands(facts, between).map((task) => {
    const name = nameIn(between.to, targetOf(between, task.element));
    return { zh: `“${name.zh}”按新版本重新确定办理人`, en: `Who does “${name.en ?? name.zh}” is decided anew as the new version says` };
  });
  const limited = tasksOf(facts, between.from.ref)
    .filter(
      (task) =>
        text(officeOf(between.from, task.element)?.deadlines) !== text(officeOf(between.to, targetOf(between, task.element))?.deadlines),
    )
    .map((task) => {
      const name = nameIn(between.to, targetOf(between, task.element));
      return { zh: `“${name.zh}”的时限按新版本计算`, en: `The time limit of “${name.en ?? name.zh}” is that of the new version` };
    });
  return [...given, ...limited];
}

const changedHands = (facts: CaseFacts, between: Between): CaseFacts['tasks'] =>
  tasksOf(facts, between.from.ref).filter((task) => {
    const old = officeOf(between.from, task.element);
    const next = officeOf(between.to, targetOf(between, task.element));
    return text([old?.assignment, old?.notSameAs]) !== text([next?.assignment, next?.notSameAs]);
  });

const tasksOf = (facts: CaseFacts, ref: DefinitionRef): CaseFacts['tasks'] => facts.tasks.filter((task) => task.definition === ref);

const officeOf = (definition: Definition, element: ElementId) => definition.plan.element(element)?.office;

export const targetOf = ({ map }: Pick<Between, 'map'>, element: ElementId): ElementId =>
  (Object.hasOwn(map, element) ? map[element] : undefined) ?? element;

/** Fields with a value that the new version no longer has: they stay in the case, and no form shows them. */
function gone({ data }: LoadedCase['head'], { from, to }: Between): readonly Text[] {
  const kept = new Set(to.process.fields.map((field) => field.key));
  const filled = new Set(Object.values(data).flatMap((scope) => Object.keys(scope)));
  return from.process.fields
    .filter((field) => !kept.has(field.key) && filled.has(field.key))
    .map(({ name }) => ({
      zh: `新版本的表单没有“${name.zh}”，已填的内容保留在办件里`,
      en: `No form of the new version has “${name.en ?? name.zh}”; what was filled in stays in the case`,
    }));
}

function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((one) => [one.zh, one])).values()];
}

const text = (value: unknown): string => canonical((value ?? null) as Json);
