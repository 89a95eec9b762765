import type { Deadline } from '../../diagram/office.ts';
import { compileForm } from '../../form/compile.ts';
import { dayOf } from '../../calendar/day.ts';
import type { Organization } from '../../organization/model.ts';
import { unitName } from '../../organization/names.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { definitionRef, id } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { formDrafts } from '../drafts.ts';
import { mayStartIn, startOf } from '../commands/startCase.ts';
import { notFound } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { FlowCard, StepCard } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { formFields } from './form.ts';
import { nextSteps, stepsOf } from './next.ts';
import { versionsFor } from './versions.ts';
import { withDraft, withDrafts } from './withDrafts.ts';
import { whoInWords } from './who.ts';

/** The shelf: every flow in force, with what this person may start. Process owners also find what is drawn or planned. */
export const flows =
  (parts: Parts): Office['flows'] =>
  async (who) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(who);
    const organization = await parts.house.organization();
    const running = await runningCases(parts, viewer);
    const published = (await parts.definitions.all()).map((definition) => flowCard(parts, { definition, viewer, organization, running }));
    const cards = viewer.roles.includes('processOwner') ? await withDrafts(parts, published) : published;
    return { ok: true, value: cards.toSorted((left, right) => (left.number ?? 99) - (right.number ?? 99)) };
  };

async function runningCases(parts: Parts, viewer: Viewer): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>();
  for (const { definition, cases } of await parts.store.views.running(viewer)) {
    const key = definition.slice(0, definition.lastIndexOf('@'));
    counted.set(key, (counted.get(key) ?? 0) + cases);
  }
  return counted;
}

function flowCard(
  parts: Parts,
  about: {
    readonly definition: Definition;
    readonly viewer: Viewer;
    readonly organization: Organization;
    readonly running: ReadonlyMap<string, number>;
  },
): FlowCard {
  const { definition, viewer, organization } = about;
  const levels = definition.process.elements.flatMap((element) => element.office.risks.map((risk) => risk.level)).sort();
  return {
    key: definition.process.key,
    number: definition.process.office.number ?? null,
    name: definition.process.name,
    area: definition.process.office.area ?? null,
    version: definition.version,
    publishedAt: definition.published.publishedAt,
    running: about.running.get(definition.process.key) ?? 0,
    startable:
      startOf(definition) !== undefined &&
      mayStartIn(definition, organization, { person: viewer.person, now: parts.clock.now() }).length > 0,
    steps: stepsOf(definition.process).length,
    risk: levels[0] ?? null,
  };
}

/** One flow with its diagram, for looking at. */
export const flow =
  (parts: Parts): Office['flow'] =>
  async (who, key, version) => {
    const viewer = await parts.house.viewer(who);
    const definition = viewer && (await shown(parts, viewer, { key, version }));
    if (!viewer || !definition) return notFound(key);
    const organization = await parts.house.organization();
    const card = flowCard(parts, { definition, viewer, organization, running: await runningCases(parts, viewer) });
    return {
      ok: true,
      value: {
        card: viewer.roles.includes('processOwner') ? await withDraft(parts, card, definition) : card,
        guidance: definition.process.office.guidance ?? null,
        xml: definition.published.xml,
        processes: definition.diagram.processes.map((process) => ({ key: process.key, name: process.name })),
        versions: await versionsFor(parts, viewer, definition.published.file),
        steps: definition.process.elements.map((element) => stepCard(definition, organization, element)),
      },
    };
  };

/** The version in force, or the one that is asked for; what is planned is for process owners only. */
async function shown(
  parts: Parts,
  viewer: Viewer,
  wanted: { readonly key: string; readonly version: number | undefined },
): Promise<Definition | undefined> {
  const isOwner = viewer.roles.includes('processOwner');
  const latest = await parts.definitions.latest(id(wanted.key));
  const planned = latest || !isOwner ? undefined : (await parts.definitions.standing()).find((one) => one.process.key === wanted.key);
  const found = latest ?? planned;
  if (!found || wanted.version === undefined) return found;
  const asked = await parts.definitions.get(definitionRef(found.process.key, wanted.version));
  if (!asked || isOwner) return asked;
  return (await versionsFor(parts, viewer, asked.published.file)).some((card) => card.version === asked.version) ? asked : undefined;
}

function stepCard(definition: Definition, organization: Organization, element: Definition['process']['elements'][number]): StepCard {
  const { office } = element;
  const names = new Map(definition.process.fields.map((field) => [field.key, field.name]));
  return {
    element: element.id,
    name: element.name,
    who: office.assignment ? whoInWords(office.assignment, definition, organization) : null,
    guidance: office.guidance ?? null,
    limits: office.deadlines.map(limitInWords),
    fields: office.access.map((one) => ({ name: names.get(one.field) ?? { zh: one.field }, access: one.access })),
    risks: office.risks.map(({ id: risk, level, risk: what, control, confirm }) => ({ id: risk, level, risk: what, control, confirm })),
    origin: office.origin ?? null,
  };
}

const UNITS: { readonly [unit in Deadline['unit']]: (amount: number) => Text } = {
  wd: (amount) => ({ zh: `${amount} 个工作日`, en: `${amount} working day${amount === 1 ? '' : 's'}` }),
  d: (amount) => ({ zh: `${amount} 日`, en: `${amount} day${amount === 1 ? '' : 's'}` }),
  h: (amount) => ({ zh: `${amount} 小时`, en: `${amount} hour${amount === 1 ? '' : 's'}` }),
  sameDay: () => ({ zh: '当日', en: 'the same day' }),
  immediate: () => ({ zh: '立即', en: 'at once' }),
  date: () => ({ zh: '按填写的日期', en: 'by the date given' }),
};

function limitInWords(deadline: Deadline): Text {
  const limit = UNITS[deadline.unit](deadline.amount);
  return { zh: `${deadline.name.zh}：${limit.zh}`, en: `${deadline.name.en ?? deadline.name.zh}: ${limit.en ?? limit.zh}` };
}

/** The form that begins a case. */
export const startForm =
  (parts: Parts): Office['startForm'] =>
  async (who, key) => {
    const viewer = await parts.house.viewer(who);
    const definition = viewer && (await parts.definitions.latest(id(key)));
    const start = definition && startOf(definition);
    const organization = await parts.house.organization();
    const units = definition ? mayStartIn(definition, organization, { person: who, now: parts.clock.now() }) : [];
    const [unit] = units;
    if (!viewer || !definition || !start || unit === undefined) return notFound(key);
    const next = nextSteps({
      definition,
      from: start,
      data: {},
      context: {
        organization,
        initiator: who,
        initiatorUnit: unit,
        doerOf: () => undefined,
        today: dayOf(parts.clock.now()),
        exclude: [],
      },
      tell: () => undefined,
    });
    const draft = await formDrafts(parts.store).get(who, { flow: key });
    return {
      ok: true,
      value: {
        flow: flowCard(parts, { definition, viewer, organization, running: new Map() }),
        guidance: start.office.guidance ?? definition.process.office.guidance ?? null,
        fields: formFields(organization, compileForm(definition.process, start.id), {}),
        units: units.flatMap((one) => (one ? [{ id: one, name: unitName(organization, one) }] : [])),
        draft: draft ?? null,
        next,
      },
    };
  };
