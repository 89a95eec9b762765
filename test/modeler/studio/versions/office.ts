import type { DrawingPage, KeptPoint, VersionCard } from '@guicheng/server/contract';
import { names } from './samples.ts';
import { server } from './stage.tsx';

export const LI_MIN = { id: 'li-min', name: { zh: '李敏', en: 'Li Min' } };
const ZHANG = { id: 'zhang-wei', name: { zh: '张伟', en: 'Zhang Wei' } };

const version = (number: number, more: Partial<VersionCard> = {}): VersionCard => ({
  version: number,
  publishedAt: `2026-11-2${number}T01:00:00Z`,
  publishedBy: { zh: '李敏', en: 'Li Min' },
  note: `第 ${number} 次修改`,
  effectiveFrom: `2026-11-2${number}T01:00:00Z`,
  state: 'past',
  running: 0,
  ...more,
});

export const heldBy = (person = ZHANG): DrawingPage['holder'] => ({
  person,
  here: false,
  since: '2026-11-24T01:00:00Z',
  seenAt: '2026-11-24T01:05:00Z',
});

/** The office's server with versions, a draft and kept moments of one flow. */
export function serve(about: {
  readonly xml: string;
  readonly versions?: readonly (readonly [number, string, Partial<VersionCard>?])[];
  readonly draft?: boolean;
  readonly kept?: readonly KeptPoint[];
  readonly holder?: DrawingPage['holder'];
  readonly roles?: readonly string[];
}): void {
  const { xml, versions = [], draft = true, kept = [], holder = null, roles = ['staff', 'processOwner'] } = about;
  const latest = versions[0]?.[0] ?? 0;
  const flow = '/api/flows/incoming-document';
  const page: DrawingPage = {
    flow: 'incoming-document',
    processes: [{ key: 'incoming-document', name: { zh: '收文', en: 'Incoming' } }],
    xml,
    revision: 7,
    latest,
    draft: draft ? { revision: 7, base: latest, savedAt: '2026-11-24T02:00:00Z', savedBy: LI_MIN } : null,
    holder,
    now: '2026-11-24T02:05:00Z',
    around: {
      flows: [
        { key: 'seal-use', name: { zh: '用印' }, calls: [] },
        { key: 'use-of-the-seal', name: { zh: '用印' }, calls: [] },
      ],
      posts: names.posts.map((post) => ({ ...post, units: [], people: post.id === 'director' ? 0 : 2 })),
      units: [],
    },
  };
  server.says.set('GET /api/session', { person: LI_MIN, posts: [], roles, demo: true, office: { zh: '办公室' } });
  server.says.set(`GET ${flow}/drawing`, page);
  server.says.set(`GET ${flow}/drawing/kept`, kept);
  // A flow that was never published has no list of versions.
  const cards = versions.map(([number, , more]) => version(number, more));
  if (cards.length > 0) server.says.set(`GET ${flow}/versions`, cards);
  for (const [number, text] of versions) server.says.set(`GET ${flow}/versions/${number}`, { xml: text });
}
