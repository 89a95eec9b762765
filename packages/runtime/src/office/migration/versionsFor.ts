import { suggestMap } from '../../kernel/moves/migration/suggestMap.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { definitionRef, id, type ElementId, type PersonId } from '../../words/ids.ts';
import { isSafeKey } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { notFound } from '../decide.ts';
import { effectiveFrom } from '../definitions.ts';
import { ownerOf } from '../drawing/load.ts';
import type { PreviewMigration } from '../pages.ts';
import type { Parts } from '../parts.ts';
import type { Between } from './verdict.ts';

/** Two versions of a flow as its owner names them, with what is suggested and what the owner has said. */
export interface Versions extends Between {
  readonly viewer: Viewer;
  readonly file: string;
  readonly suggested: { readonly [from: string]: ElementId };
}

/** Reads them for somebody; for anybody but a process owner there is no such flow. */
export async function versionsFor(
  parts: Parts,
  asked: { readonly who: PersonId; readonly flow: string; readonly input: PreviewMigration },
): Promise<Versions | Refused> {
  const { who, flow, input } = asked;
  const viewer = await ownerOf(parts, who);
  const file = viewer && (await parts.definitions.fileOf(flow));
  if (!viewer || file === undefined) return notFound(flow);
  const from = await parts.definitions.get(definitionRef(id(flow), input.from));
  const to = await parts.definitions.get(definitionRef(id(flow), input.to));
  if (!from || from.published.file !== file) return noVersion(input.from);
  if (!to || to.published.file !== file) return noVersion(input.to);
  const listed = (await parts.definitions.versions(file)).find((one) => one.version === input.to);
  if (!listed || listed.calledOff || effectiveFrom(listed) > parts.clock.now()) return notInForce(input.to);
  if (input.from === input.to)
    return refuse('invalidInput', 'to', { zh: '另一个版本', en: 'Another version than the one that the cases run' });
  const suggested = suggestMap(from.plan, to.plan);
  const said = Object.entries(input.map).flatMap(([old, next]) => (isSafeKey(old) ? [[old, id<'bpmn'>(next)] as const] : []));
  return { viewer, file, from, to, suggested, map: { ...suggested, ...Object.fromEntries(said) } };
}

const noVersion = (version: number): Refused =>
  refuse('notFound', String(version), { zh: `这个流程没有第 ${version} 版`, en: `The flow has no version ${version}` });

const notInForce = (version: number): Refused =>
  refuse('illegalMove', String(version), {
    zh: `第 ${version} 版尚未生效或已取消，办件只能转到生效过的版本`,
    en: `Version ${version} is not in force yet or was called off; cases go over only to versions that have been in force`,
  });
