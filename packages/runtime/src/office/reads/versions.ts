import type { Organization } from '../../organization/model.ts';
import { personName } from '../../organization/names.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { keyAndVersion, type Instant, type PersonId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { notFound } from '../decide.ts';
import { effectiveFrom, type ListedVersion } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { VersionCard } from '../pages.ts';
import type { Parts } from '../parts.ts';

/** Who published a version: a person, or the product itself with what it ships. */
export const publisher = (organization: Organization, by: PersonId | 'system'): Text =>
  by === 'system' ? { zh: '规程', en: 'Guicheng' } : personName(organization, by);

/**
 * Which of a file's versions, newest first, is in force, which are planned and which are past. A version that a newer one overtakes
 * before its own time comes is past without ever having been in force; one that was called off overtakes nothing.
 */
export function statesOf(versions: readonly ListedVersion[], now: Instant): readonly VersionCard['state'][] {
  let earliest: Instant | undefined;
  return versions.map((version) => {
    if (version.calledOff) return 'calledOff';
    const from = effectiveFrom(version);
    const isOvertaken = earliest !== undefined && earliest <= from;
    const hasSuccessor = earliest !== undefined && earliest <= now;
    if (earliest === undefined || from < earliest) earliest = from;
    if (hasSuccessor || isOvertaken) return 'past';
    return from > now ? 'planned' : 'inForce';
  });
}

/** A file's versions as this person may know of them, newest first: what is planned or was called off is for process owners. */
export async function versionsFor(parts: Parts, viewer: Viewer, file: string): Promise<readonly VersionCard[]> {
  const organization = await parts.house.organization();
  const versions = await parts.definitions.versions(file);
  const states = statesOf(versions, parts.clock.now());
  const running = await parts.store.views.running(viewer);
  const isOwner = viewer.roles.includes('processOwner');
  const cards = versions.map((one, index): VersionCard => {
    const runs = running.filter(({ definition }) => {
      const { key, version } = keyAndVersion(definition);
      return version === one.version && one.processes.includes(key);
    });
    return {
      version: one.version,
      publishedAt: one.publishedAt,
      publishedBy: publisher(organization, one.publishedBy),
      note: one.note,
      effectiveFrom: effectiveFrom(one),
      state: states[index] ?? 'past',
      running: runs.reduce((sum, { cases }) => sum + cases, 0),
    };
  });
  return cards.filter((card) => isOwner || (card.state !== 'calledOff' && card.effectiveFrom <= parts.clock.now()));
}

/** All versions of a flow's file. */
export const versions =
  (parts: Parts): Office['versions'] =>
  async (who, flow) => {
    const viewer = await parts.house.viewer(who);
    const file = viewer && (await parts.definitions.fileOf(flow));
    const found = viewer && file !== undefined ? await versionsFor(parts, viewer, file) : [];
    return found.length === 0 ? notFound(flow) : { ok: true, value: found };
  };

/** The text of one of them. */
export const version =
  (parts: Parts): Office['version'] =>
  async (who, flow, wanted) => {
    const viewer = await parts.house.viewer(who);
    const file = viewer && (await parts.definitions.fileOf(flow));
    const isShown = viewer && file !== undefined && (await versionsFor(parts, viewer, file)).some((card) => card.version === wanted);
    const xml = isShown ? await parts.definitions.text(file, wanted) : undefined;
    return xml === undefined ? notFound(flow) : { ok: true, value: { xml } };
  };
