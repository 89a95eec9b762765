interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What is drawn where a way is to be laid: shapes with their box, arrows with their points, and what all of it stands in. */
export interface Around {
  readonly shapes: readonly Box[];
  readonly arrows: readonly (readonly Point[])[];
  readonly frame?: Box | undefined;
}

/** How far from the steps a way back runs, and how far from another way, in the diagram's units. */
const CLEAR = 30;
const APART = 12;

/** A way back runs below what stands between, or above where the way out is taken below; any other way is laid out as always. */
export function wayAround(from: Partial<Box>, to: Partial<Box>, around: Around): { readonly waypoints?: readonly Point[] } {
  if (!isBox(from) || !isBox(to) || to.x + to.width > from.x) return {};
  const span = { left: to.x + to.width / 2, right: from.x + from.width / 2 };
  const between = [from, to, ...around.shapes.filter(({ x, width }) => x < span.right && x + width > span.left)];
  const below = free(Math.max(...between.map(({ y, height }) => y + height)) + CLEAR, APART, { span, around });
  const above = free(Math.min(...between.map(({ y }) => y)) - CLEAR, -APART, { span, around });
  const { frame } = around;
  const fitsBelow = !frame || below < frame.y + frame.height;
  const fitsAbove = !frame || above > frame.y;
  const taken = around.arrows.some((points) => points.some(({ x, y }) => Math.hypot(x - span.right, y - from.y - from.height) < 2));
  const [crossesAbove, crossesBelow] = [crossed(from, above), crossed(from, below)];
  const up = crossesAbove === crossesBelow ? fitsAbove && (taken || !fitsBelow) : crossesBelow;
  /** Whether something stands straight between the beginning and that height. */
  function crossed(begin: Box, height: number): boolean {
    const inColumn = around.shapes.filter((shape) => shape !== begin && shape.x < span.right && shape.x + shape.width > span.right);
    return inColumn.some((shape) =>
      height < begin.y ? shape.y < begin.y && shape.y + shape.height > height : shape.y > begin.y && shape.y < height,
    );
  }
  const edge = ({ y, height }: Box): number => (up ? y : y + height);
  const along = up ? above : below;
  return {
    waypoints: [
      { x: span.right, y: edge(from) },
      { x: span.right, y: along },
      { x: span.left, y: along },
      { x: span.left, y: edge(to) },
    ],
  };
}

interface Level {
  readonly span: { readonly left: number; readonly right: number };
  readonly around: Around;
}

/** The first height from here on, in these steps, on which no other way runs. */
function free(from: number, by: number, { span, around }: Level): number {
  const runs = around.arrows.flatMap((points) =>
    points.slice(1).flatMap((end, index) => {
      const start = points[index];
      if (!start || start.y !== end.y) return [];
      return Math.min(start.x, end.x) < span.right && Math.max(start.x, end.x) > span.left ? [end.y] : [];
    }),
  );
  let y = from;
  while (runs.some((run) => Math.abs(run - y) < APART)) y += by;
  return y;
}

const isBox = (drawn: Partial<Box>): drawn is Box =>
  [drawn.x, drawn.y, drawn.width, drawn.height].every((side) => typeof side === 'number');

/** What of these is drawn as a shape and as an arrow. */
export const aroundOf = (drawn: readonly Laid[], frame: Laid | undefined): Around => ({
  shapes: drawn.filter(isBox),
  arrows: drawn.flatMap(({ waypoints }) => (waypoints ? [waypoints] : [])),
  frame: frame && isBox(frame) ? frame : undefined,
});

/** Something drawn, as far as its place goes. */
export interface Laid extends Partial<Box> {
  readonly waypoints?: readonly Point[];
  readonly parent?: Laid;
}
