import './browser.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../../../../packages/modeler/src/studio/versions/difference/compare.ts';
import type { Names } from '../../../../packages/modeler/src/studio/versions/difference/change.ts';
import type { Difference } from '../../../../packages/modeler/src/studio/versions/difference/difference.ts';

const read = (file: string): string => readFileSync(join(process.cwd(), 'processes', file), 'utf8');

/** No. 4, as it ships. */
export const documents = read('04-electronic-documents.bpmn');
export const seal = read('06-seal-use.bpmn');

/** The posts of the demo office, whose diagrams these are. */
const posts: Names['posts'] = JSON.parse(read('organization.json')).posts;

export const names: Names = { posts, units: [], flows: [] };

/** What is said between two files; throws where one cannot be read. */
export async function between(from: string, to: string): Promise<Difference> {
  const compared = await compare({ from, to, names });
  if (!compared.ok) throw new Error(`${compared.which}: ${compared.reason.zh}`);
  return compared.difference;
}

/** A text of the file replaced; it must be there. */
export function replaced(xml: string, what: string, by: string): string {
  if (!xml.includes(what)) throw new Error(`Not in the file: ${what}`);
  return xml.replace(what, by);
}

/** All sentences, one after the other. */
export const sentences = (difference: Difference, language: 'zh' | 'en' = 'zh'): readonly string[] =>
  difference.parts.flatMap((part) =>
    part.groups.flatMap((group) => group.lines.map((line) => (language === 'en' ? (line.says.en ?? line.says.zh) : line.says.zh))),
  );
