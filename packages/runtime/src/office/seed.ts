import { parseDiagram } from '../diagram/parse.ts';
import type { Answer, Office } from './office.ts';

/** What an office begins with: its organization and the diagrams that ship. */
export interface Seed {
  readonly organization: unknown;
  readonly diagrams: readonly { readonly file: string; readonly xml: string }[];
}

/** Puts organization and diagrams in force where they are not yet; what is there already is left as it is. Refused with the first fault. */
export async function seedOffice(office: Office, seed: Seed): Promise<Answer<{ readonly published: readonly string[] }>> {
  const there = await office.organization();
  if (there.people.length === 0) {
    const set = await office.setOrganization('system', seed.organization);
    if (!set.ok) return set;
  }
  const published: string[] = [];
  const shipped = new Set((await office.published()).map((one) => one.file));
  // A flow that was redrawn here stays as it is: a new release never overwrites it.
  const missing = seed.diagrams.filter((diagram) => !shipped.has(diagram.file));
  const beside = await processesOf(missing);
  for (const diagram of missing) {
    const answer = await office.publish('system', { ...diagram, note: '随产品发布的初始版本', beside });
    if (!answer.ok) return answer;
    published.push(...answer.value.definitions);
  }
  return { ok: true, value: { published } };
}

/** What these files hold; one that does not read is refused when its turn comes. */
async function processesOf(diagrams: Seed['diagrams']): Promise<readonly string[]> {
  const parsed = await Promise.all(diagrams.map((diagram) => parseDiagram(diagram.xml)));
  return parsed.flatMap((one) =>
    one.ok ? one.diagram.processes.filter((process) => process.executable).map((process) => process.key) : [],
  );
}
