import { useEffect, useRef, useState } from 'react';
import { Skeleton } from 'antd';
import type { FlowPage } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { sketchOf } from './sketch.ts';

/** A flow as a small picture; its diagram is fetched when the picture comes into view. */
export function Thumbnail({ flow }: { readonly flow: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  const page = useRead<FlowPage>(seen ? `/api/flows/${flow}` : null).data;
  const sketch = page?.card.key === flow ? sketchOf(page.xml, flow) : undefined;
  return (
    <div ref={place} className="gc-thumbnail" aria-hidden="true">
      {sketch ? (
        <svg viewBox={`${sketch.box.x} ${sketch.box.y} ${sketch.box.width} ${sketch.box.height}`} preserveAspectRatio="xMidYMid meet">
          {sketch.shapes
            .filter((shape) => shape.kind === 'lane')
            .map((shape) => (
              <rect key={shape.id} className="gc-sketch-lane" x={shape.x} y={shape.y} width={shape.width} height={shape.height} />
            ))}
          {sketch.lines.map((corners) => {
            const points = corners.map((corner) => `${corner.x},${corner.y}`).join(' ');
            return <polyline key={points} className="gc-sketch-line" points={points} />;
          })}
          {sketch.shapes
            .filter((shape) => shape.kind !== 'lane')
            .map((shape) => (
              <Mark key={shape.id} shape={shape} />
            ))}
        </svg>
      ) : (
        <Skeleton.Node active style={{ width: '100%', height: 132 }} />
      )}
    </div>
  );
}

function Mark({ shape }: { readonly shape: NonNullable<ReturnType<typeof sketchOf>>['shapes'][number] }) {
  const { x, y, width, height, kind } = shape;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  switch (kind) {
    case 'event':
      return <circle className="gc-sketch-event" cx={middleX} cy={middleY} r={width / 2} />;
    case 'gateway':
      return (
        <path className="gc-sketch-gateway" d={`M${middleX} ${y}L${x + width} ${middleY}L${middleX} ${y + height}L${x} ${middleY}Z`} />
      );
    case 'frame':
      return <rect className="gc-sketch-frame" x={x} y={y} width={width} height={height} rx={12} />;
    default:
      return <rect className="gc-sketch-step" x={x} y={y} width={width} height={height} rx={10} />;
  }
}
