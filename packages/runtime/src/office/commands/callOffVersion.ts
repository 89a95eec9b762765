import { id, type PersonId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { append, nextInstant } from '../append.ts';
import { calledOffStream } from '../calledOff.ts';
import { notFound } from '../decide.ts';
import type { ListedVersion } from '../definitions.ts';
import { drawingFor, type Drawing } from '../drawing/load.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { stillCalled } from '../publishing.ts';
import { statesOf, versionsFor } from '../reads/versions.ts';

/** A planned version will not come into force: the one before it goes on, and what is drawn next begins there. Asked again, nothing more is done. */
export const callOffVersion =
  (parts: Parts): Office['callOffVersion'] =>
  async (who, flow, version) => {
    parts.definitions.forget();
    const drawing = await drawingFor(parts, who, flow);
    const viewer = await parts.house.viewer(who);
    if (!drawing || !viewer) return notFound(flow);
    const { file } = drawing;
    const versions = await parts.definitions.versions(file);
    const states = statesOf(versions, parts.clock.now());
    const at = versions.findIndex((one) => one.version === version);
    const called = versions[at];
    if (!called) return notFound(flow);
    if (!called.calledOff) {
      const refused =
        (states[at] === 'planned' ? undefined : notPlanned(version)) ?? (await needed(parts, { drawing, called, versions, states }));
      if (refused) return refused;
      await write(parts, { who, file, version });
    }
    return { ok: true, value: await versionsFor(parts, viewer, file) };
  };

/** A lost race means that another has called it off at the same moment: that is what was asked for. */
async function write(parts: Parts, about: { readonly who: PersonId; readonly file: string; readonly version: number }): Promise<void> {
  const { who, file, version } = about;
  await append(parts, undefined, {
    stream: calledOffStream(file, version),
    at: nextInstant(parts.clock, undefined),
    actor: { id: who, via: 'person' },
    parts: { state: { snapshot: null, facts: { file, version } as Json }, events: [{ type: 'VersionCalledOff', file, version }] },
  });
  parts.definitions.forget();
}

const notPlanned = (version: number): Refused =>
  refuse('illegalMove', String(version), {
    zh: `第 ${version} 版不在计划中，只有尚未生效的版本可以取消；已生效的，请改好后再发布一版`,
    en: `Version ${version} is not planned; only what is not in force yet can be called off. Publish another version instead`,
  });

/** Whether something would be lost with it: the flow itself, or what others call. */
async function needed(
  parts: Parts,
  about: {
    readonly drawing: Drawing;
    readonly called: ListedVersion;
    readonly versions: readonly ListedVersion[];
    readonly states: ReturnType<typeof statesOf>;
  },
): Promise<Refused | undefined> {
  const { drawing, called, versions, states } = about;
  const others = versions.filter((one, at) => one !== called && (states[at] === 'planned' || states[at] === 'inForce'));
  if (others.length === 0 && !drawing.facts.draft)
    return refuse('illegalMove', String(called.version), {
      zh: '这个流程还没有别的版本，取消后就找不到它了；请先在“修改流程”里留下一份草稿',
      en: 'The flow has no other version and would be gone; leave a draft of it first',
    });
  const standing = await parts.definitions.standing();
  const elsewhere = standing.filter((one) => one.published.file !== drawing.file);
  const left = others.flatMap((one) => one.processes.map((key) => ({ key: id<'key'>(key) })));
  const [calledStill] = stillCalled(
    left,
    called.processes.map((key) => id<'key'>(key)),
    elsewhere,
  );
  return calledStill;
}
