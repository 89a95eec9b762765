import type { Viewer } from '../../organization/viewer.ts';
import { instant, milliseconds } from '../../words/clock.ts';
import type { CaseId, ElementId, FlowId } from '../../words/ids.ts';
import { misfit } from '../../kernel/moves/migration/fitting.ts';
import { targetsOf } from '../../kernel/moves/migration/targets.ts';
import type { MovedPlace } from '../../kernel/moves/migration/examine.ts';
import type { Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import { loadCase, type LoadedCase } from '../caseLog.ts';
import { mayRead } from '../commands/mayRead.ts';
import type { Office } from '../office.ts';
import type { MigrationCase, MigrationPreview, MigrationStep } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { triedKey, type Left, type Meant, type Tried } from './facts.ts';
import { nameIn, targetOf, verdictOn, type Between, type Verdict } from './verdict.ts';
import { versionsFor, type Versions } from './versionsFor.ts';

/** How many cases are read at a time, and how many are shown. */
const PAGE = 500;
export const SHOWN = 500;

/** How many of them cross to the store together. */
const TOGETHER = 25;

/** How long a dry run may be acted upon, in milliseconds. */
const KEPT = 24 * 3600_000;

/** Tries a move of all running cases of a version, without moving any; what was found is kept, so that the move is bound to it. */
export const previewMigration =
  (parts: Parts): Office['previewMigration'] =>
  async (who, flow, input) => {
    const versions = await versionsFor(parts, { who, flow, input });
    if ('ok' in versions) return versions;
    const ready: Meant[] = [];
    const left: Left[] = [];
    const shown: { readonly entry: MigrationCase; readonly at: number }[] = [];
    const steps = new Map<string, { readonly place: MovedPlace; readonly cases: Set<CaseId> }>();
    for await (const loaded of running(parts, versions.viewer, versions)) {
      const verdict = await verdictOn(parts, loaded, versions);
      const entry = entryOf(versions, loaded, verdict);
      if (verdict.reasons.length === 0) ready.push({ case: loaded.facts.case, revision: loaded.head.revision });
      else left.push({ case: loaded.facts.case, reasons: verdict.reasons });
      shown.push({ entry, at: verdict.reasons.length === 0 ? 1 : 0 });
      for (const place of verdict.examined.places) {
        const key = place.flow ?? place.element;
        const step = steps.get(key) ?? { place, cases: new Set() };
        step.cases.add(loaded.facts.case);
        steps.set(key, step);
      }
    }
    const preview = parts.random();
    const tried: Tried = { who, flow, from: versions.from.ref, to: versions.to.ref, map: versions.map, ready, left };
    const now = parts.clock.now();
    await parts.store.notes.put(triedKey(preview), {
      value: tried as unknown as Json,
      savedAt: now,
      until: instant(milliseconds(now) + KEPT),
    });
    const value: MigrationPreview = {
      preview,
      from: input.from,
      to: input.to,
      steps: [...steps.values()].map(({ place, cases }) => stepOf(versions, input.map, { place, cases: cases.size })),
      ready: ready.length,
      refused: left.length,
      cases: shown
        .toSorted((one, other) => one.at - other.at)
        .slice(0, SHOWN)
        .map(({ entry }) => entry),
    };
    return { ok: true, value };
  };

/** The running cases of a version; rows only say which, each is read from its stream. */
async function* running(parts: Parts, viewer: Viewer, { from }: Between): AsyncGenerator<LoadedCase> {
  for (let after = ''; ; ) {
    const ids = await parts.store.views.runningOf(viewer, { definition: from.ref, after, limit: PAGE });
    for (let at = 0; at < ids.length; at += TOGETHER) {
      const some = await Promise.all(ids.slice(at, at + TOGETHER).map((caseId) => loadCase(parts.store, caseId)));
      for (const loaded of some) if (loaded && loaded.facts.definition === from.ref && !loaded.facts.endedAt) yield loaded;
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    after = last;
  }
}

function entryOf(versions: Versions, { facts }: LoadedCase, { examined, reasons, notes, own }: Verdict): MigrationCase {
  const isShown = mayRead(versions.viewer, facts);
  const places = new Map(
    examined.places
      .filter((place) => place.is !== 'resetting' && place.is !== 'undoable')
      .map((place) => [
        place.element,
        { from: nameIn(versions.from, place.element), to: place.to === null ? null : nameIn(versions.to, place.to) },
      ]),
  );
  return {
    case: facts.case,
    title: isShown ? facts.title : null,
    number: isShown ? facts.number : null,
    places: [...places.values()],
    reasons,
    notes: isShown ? [...notes, ...own] : notes,
  };
}

function stepOf(
  versions: Versions,
  said: { readonly [from: string]: string },
  { place, cases }: { readonly place: MovedPlace; readonly cases: number },
): MigrationStep {
  const { from, to, suggested } = versions;
  const key = place.flow ?? place.element;
  const options = place.flow ? arrowsInto(versions, place) : likeness(versions, place.element);
  const target = targetOf(versions, key as ElementId);
  const found = options.find((one) => one.element === target);
  const isThere = place.flow ? to.plan.flow(target as string as FlowId) : to.plan.element(target);
  const how = Object.hasOwn(said, key) ? 'chosen' : target === key ? 'same' : Object.hasOwn(suggested, key) ? 'suggested' : null;
  return {
    element: key,
    name: place.flow ? arrowName(versions.from, place.flow) : nameIn(from, place.element),
    to: isThere ? target : null,
    toName: isThere ? (found?.name ?? (place.flow ? null : nameIn(to, target))) : null,
    how: isThere ? how : null,
    cases,
    options,
  };
}

/** Everything of the new version at which it could stand; what is of the very same name first. */
function likeness({ from, to, map }: Versions, element: ElementId): MigrationStep['options'] {
  const old = from.plan.element(element);
  // Where it may stand depends on what its sub-process becomes.
  const targets = targetsOf(from.plan, to.plan, map);
  return to.process.elements
    .filter((one) => old && misfit(targets, old, one) === undefined)
    .map((one) => ({ element: one.id, name: nameIn(to, one.id) }))
    .toSorted((one, other) => Number(other.name.zh === old?.name.zh) - Number(one.name.zh === old?.name.zh));
}

function arrowsInto(versions: Versions, { to }: MovedPlace): MigrationStep['options'] {
  return to === null ? [] : versions.to.plan.incoming(to).map((flow) => ({ element: flow.id, name: arrowName(versions.to, flow.id) }));
}

/** A branch that is done and waits for the others is called by where it comes from. */
function arrowName(definition: Between['from'], flow: FlowId): Text {
  const drawn = definition.plan.flow(flow);
  if (!drawn) return { zh: flow };
  const [before, join] = [nameIn(definition, drawn.from), nameIn(definition, drawn.to)];
  return {
    zh: `“${before.zh}”已办完，在${join.zh}等其他各路`,
    en: `“${before.en ?? before.zh}” is done and waits at ${join.en ?? join.zh} for the other branches`,
  };
}
