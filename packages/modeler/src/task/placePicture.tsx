import { lazy, Suspense } from 'react';
import { Skeleton } from 'antd';
import type { CaseDiagram, Text } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';

const Diagram = lazy(() => import('../studio/diagram.tsx').then((module) => ({ default: module.Diagram })));

/** A step to which a case could go, or the reason why it cannot. */
export interface PlaceOnPicture {
  readonly element: string;
  readonly legal: boolean;
  readonly reason: Text | null;
}

/** The diagram on which a step is chosen: what can be, what cannot and why, and where the case is. */
export function PlacePicture({
  diagram,
  places,
  here,
  chosen,
  tip,
  choose,
}: {
  readonly diagram: CaseDiagram | undefined;
  readonly places: readonly PlaceOnPicture[];
  readonly here: readonly string[];
  readonly chosen: string | undefined;
  /** What is told of a step that can be chosen. */
  readonly tip: string;
  readonly choose: (element: string) => void;
}) {
  const { t, w } = useWords();
  const bones = <Skeleton.Node active style={{ width: '100%', height: 420 }} />;
  if (!diagram) return bones;
  const of = (legal: boolean): readonly string[] => places.filter((place) => place.legal === legal).map(({ element }) => element);
  return (
    <>
      <Suspense fallback={bones}>
        <Diagram
          key={diagram.definition}
          xml={diagram.xml}
          focus={diagram.process}
          height={420}
          marks={{ can: of(true), cannot: of(false), here, chosen: chosen === undefined ? [] : [chosen] }}
          tips={Object.fromEntries(places.map((place) => [place.element, place.reason ? t(place.reason) : tip]))}
          choose={(element) => {
            if (places.some((place) => place.legal && place.element === element)) choose(element);
          }}
        />
      </Suspense>
      <div className="gc-legend">
        <span className="gc-legend-can">{w('legendCan')}</span>
        <span className="gc-legend-chosen">{w('legendChosen')}</span>
        <span className="gc-legend-here">{w('legendHere')}</span>
        <span className="gc-legend-cannot">{w('legendCannot')}</span>
      </div>
    </>
  );
}
