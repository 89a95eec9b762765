import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Skeleton } from 'antd';
import { useWords } from '../../words/words.ts';
import type { Badge, Marks } from '../diagram.tsx';
import type { Viewer } from '../viewer.ts';
import type { Chosen } from './chosen.ts';
import type { Difference } from './difference/difference.ts';
import type { Mark } from './difference/found.ts';
import { showPlace, useSynced } from './useSynced.ts';

const Diagram = lazy(() => import('../diagram.tsx').then((module) => ({ default: module.Diagram })));

/** How the two diagrams stand: beside each other, one over the other, or the new one alone. */
export type Stand = 'beside' | 'over' | 'alone';

const BADGES = { added: 'badgeAdded', removed: 'badgeRemoved', changed: 'badgeChanged' } as const;

/** One diagram with its name. */
export interface Picture {
  readonly xml: string;
  readonly name: string;
}

/** Two states of a flow in colour, moved and zoomed together; what is chosen is shown in both. */
export function Pictures({
  before,
  after,
  difference,
  look,
}: {
  readonly before: Picture | null;
  readonly after: Picture;
  readonly difference: Difference | null;
  readonly look: {
    readonly stand: Stand;
    readonly focus: string;
    readonly height: string;
    readonly chosen: Chosen;
    readonly choose: (element: string) => void;
  };
}) {
  const [old, setOld] = useState<Viewer | null>(null);
  const [fresh, setFresh] = useState<Viewer | null>(null);
  const { stand, focus, height, chosen, choose } = look;
  const both = before !== null && stand !== 'alone';
  useSynced(old, fresh);
  useEffect(() => {
    const place = chosen.elements[0] ?? firstPlace(difference);
    if (place === undefined || chosen.by === 'diagram' || !fresh || (both && !old)) return;
    // The other one follows by itself.
    if (!showPlace(fresh, place) && old) showPlace(old, place);
  }, [chosen, difference, fresh, old, both]);
  const marked = useMarked(difference, chosen.elements);
  const share = both && stand === 'over' ? `calc((${height} - 36px) / 2)` : height;
  const draw = (picture: Picture, shown: (viewer: Viewer | null) => void): React.ReactNode => (
    <figure className="gc-picture">
      <figcaption>{picture.name}</figcaption>
      <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: share }} />}>
        <Diagram xml={picture.xml} focus={focus} height={share} marks={marked.marks} badges={marked.badges} choose={choose} shown={shown} />
      </Suspense>
    </figure>
  );
  return (
    <div className={both && stand === 'beside' ? 'gc-pictures gc-pictures-beside' : 'gc-pictures'}>
      {both ? draw(before, setOld) : null}
      {draw(after, setFresh)}
    </div>
  );
}

/** Where one looks first: at what came or went, else at the first step that changed, rather than at a whole flow. */
function firstPlace(difference: Difference | null): string | undefined {
  const groups = difference?.parts.flatMap((part) => part.groups.filter((group) => group.element !== part.process)) ?? [];
  return (groups.find((group) => group.mark !== 'changed') ?? groups[0])?.element;
}

function useMarked(
  difference: Difference | null,
  chosen: readonly string[],
): { readonly marks: Marks; readonly badges: { readonly [element: string]: Badge } } {
  const { w } = useWords();
  return useMemo(() => {
    if (!difference) return { marks: { here: chosen }, badges: {} };
    const frames = new Set(difference.frames);
    const painted = (mark: Mark): readonly string[] => difference.marks[mark].filter((element) => !frames.has(element));
    const badges = (['added', 'removed', 'changed'] as const).flatMap((mark) =>
      difference.marks[mark].map((element): [string, Badge] => [element, { words: w(BADGES[mark]), mark }]),
    );
    return {
      marks: {
        added: painted('added'),
        removed: painted('removed'),
        changed: painted('changed'),
        moved: painted('moved'),
        here: chosen.filter((element) => !frames.has(element)),
      },
      badges: Object.fromEntries(badges),
    };
  }, [difference, chosen, w]);
}
