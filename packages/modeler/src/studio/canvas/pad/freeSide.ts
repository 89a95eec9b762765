import type { Box } from '../services.ts';

/** Something that should stay in sight, and how much it matters. */
export interface InSight extends Box {
  readonly weight: number;
}

export interface Around {
  /** What the pad belongs to. */
  readonly chosen: Box;
  readonly size: { readonly width: number; readonly height: number };
  readonly room: { readonly width: number; readonly height: number };
  readonly inSight: readonly InSight[];
}

/** Space around the pad, in pixels. */
const MARGIN = 8;

/** Where the pad covers least, nearest first: below, on the right, above, on the left, then farther off. Everything in pixels of the canvas. */
export function freeSide({ chosen, size, room, inSight }: Around): { readonly left: number; readonly top: number } {
  const spots = [MARGIN, 32, 72].flatMap((off) => around(chosen, { size, off }));
  const inside = spots.filter(
    ({ left, top }) => within(left, room.width - size.width) === left && within(top, room.height - size.height) === top,
  );
  const first = spots[0] ?? { left: 0, top: 0 };
  const [best] = inside
    .map((spot, order) => ({ spot, cost: order * 30 + covered({ x: spot.left, y: spot.top, ...size }, inSight) }))
    .toSorted((one, other) => one.cost - other.cost);
  return best?.spot ?? { left: within(first.left, room.width - size.width), top: within(first.top, room.height - size.height) };
}

function around(
  { x, y, width, height }: Box,
  { size, off }: { readonly size: Around['size']; readonly off: number },
): readonly { readonly left: number; readonly top: number }[] {
  const across = [x, x + (width - size.width) / 2, x + width - size.width];
  const down = [y, y + (height - size.height) / 2, y + height - size.height];
  return [
    ...across.map((left) => ({ left, top: y + height + off })),
    ...down.map((top) => ({ left: x + width + off, top })),
    ...across.map((left) => ({ left, top: y - size.height - off })),
    ...down.map((top) => ({ left: x - size.width - off, top })),
  ];
}

const within = (at: number, most: number): number => Math.max(MARGIN, Math.min(at, most - MARGIN));

/** Square pixels that are covered, by their weight. */
const covered = (pad: Box, inSight: readonly InSight[]): number => inSight.reduce((sum, one) => sum + one.weight * shared(pad, one), 0);

const shared = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));
