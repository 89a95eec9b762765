import type { Organization } from '../../organization/model.ts';
import { effectiveFrom, type Definition } from '../definitions.ts';
import { allDrafts } from '../drawing/all.ts';
import type { DrawingFacts } from '../drawing/facts.ts';
import { loadDrawing } from '../drawing/load.ts';
import type { FlowCard } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { personRef } from './done.ts';
import { stepsOf } from './next.ts';

/** The cards that a process owner sees: which flows are being drawn, and those that are drawn or planned and not yet in force. */
export async function withDrafts(parts: Parts, published: readonly FlowCard[]): Promise<readonly FlowCard[]> {
  const organization = await parts.house.organization();
  const drafts = new Map((await allDrafts(parts)).map(({ file, facts }) => [file, facts]));
  const standing = await parts.definitions.standing();
  const fileOf = new Map(standing.map((one) => [one.process.key as string, one.published.file]));
  const known = new Set(published.map((card) => card.key));
  const planned = standing
    .filter((one) => !known.has(one.process.key))
    .map(
      (one): FlowCard => ({
        ...NOTHING,
        key: one.process.key,
        number: one.process.office.number ?? null,
        name: one.process.name,
        area: one.process.office.area ?? null,
        version: one.version,
        publishedAt: one.published.publishedAt,
        steps: stepsOf(one.process).length,
        plannedFrom: effectiveFrom(one.published),
      }),
    );
  const files = new Set(fileOf.values());
  const begun = [...drafts.values()].flatMap((facts): FlowCard[] =>
    files.has(facts.file) || !facts.draft ? [] : [begunCard(facts, facts.draft)],
  );
  return [...published, ...planned, ...begun].map((card) => {
    const facts = drafts.get(fileOf.get(card.key) ?? card.key);
    return facts?.draft ? { ...card, draft: drawnBy(organization, facts, facts.draft) } : card;
  });
}

const NOTHING = { running: 0, startable: false, risk: null } as const;

type Draft = NonNullable<DrawingFacts['draft']>;

/** A flow that was never published is called like its file. */
const begunCard = ({ file }: DrawingFacts, { about, savedAt }: Draft): FlowCard => ({
  ...NOTHING,
  key: file,
  number: about.number,
  name: about.processes.find((process) => process.key === file)?.name ?? about.processes[0]?.name ?? { zh: file },
  area: about.area,
  version: 0,
  publishedAt: savedAt,
  steps: about.steps,
});

/** The card of a flow page as a process owner sees it: with its draft, and, where nothing is in force, from when it will be. */
export async function withDraft(parts: Parts, card: FlowCard, definition: Definition): Promise<FlowCard> {
  const { file } = definition.published;
  const [{ facts }, organization, latest] = await Promise.all([
    loadDrawing(parts, file),
    parts.house.organization(),
    parts.definitions.latest(definition.process.key),
  ]);
  return {
    ...card,
    ...(facts.draft ? { draft: drawnBy(organization, facts, facts.draft) } : {}),
    ...(latest ? {} : { startable: false, plannedFrom: effectiveFrom(definition.published) }),
  };
}

const drawnBy = (organization: Organization, { holder }: DrawingFacts, { savedBy, savedAt }: Draft): NonNullable<FlowCard['draft']> => ({
  savedBy: personRef(organization, savedBy),
  savedAt,
  holder: holder && personRef(organization, holder.person),
});
