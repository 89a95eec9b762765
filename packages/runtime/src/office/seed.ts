import { parseDiagram } from '../diagram/parse.ts';
import type { Refused } from '../words/refusal.ts';
import type { Answer, Office } from './office.ts';

/** What an office begins with: its organization and the diagrams that ship. */
export interface Seed {
  readonly organization: unknown;
  readonly diagrams: readonly { readonly file: string; readonly xml: string }[];
}

/** What a start with this seed has published, and which of its diagrams do not fit into what the office has made of its flows. */
export interface Seeded {
  readonly published: readonly string[];
  readonly leftOut: readonly { readonly file: string; readonly why: Refused }[];
}

/**
 * Puts organization and diagrams in force where they are not yet; what is there already is left as it is: a new release never overwrites
 * a flow that was redrawn here. At the first start the first fault refuses all; later a diagram that does not fit is left out, as an
 * office at work must not stand still for it.
 */
export async function seedOffice(office: Office, seed: Seed): Promise<Answer<Seeded>> {
  const there = await office.organization();
  if (there.people.length === 0) {
    const set = await office.setOrganization('system', seed.organization);
    if (!set.ok) return set;
  }
  const published: string[] = [];
  const leftOut: { file: string; why: Refused }[] = [];
  const shipped = new Set([...(await office.published()), ...(await office.unread())].map((one) => one.file));
  const missing = seed.diagrams.filter((diagram) => !shipped.has(diagram.file));
  const beside = await processesOf(missing);
  for (const diagram of missing) {
    const answer = await office.publish('system', { ...diagram, note: '随产品发布的初始版本', beside });
    if (answer.ok) published.push(...answer.value.definitions);
    else if (shipped.size === 0) return answer;
    else leftOut.push({ file: diagram.file, why: answer });
  }
  return { ok: true, value: { published, leftOut } };
}

/** What these files hold; one that does not read is refused when its turn comes. */
async function processesOf(diagrams: Seed['diagrams']): Promise<readonly string[]> {
  const parsed = await Promise.all(diagrams.map((diagram) => parseDiagram(diagram.xml)));
  return parsed.flatMap((one) =>
    one.ok ? one.diagram.processes.filter((process) => process.executable).map((process) => process.key) : [],
  );
}
