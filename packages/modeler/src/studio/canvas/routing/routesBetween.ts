import { middleOf, type Box, type Drawn, type Point } from '../services.ts';

/** How far from the shapes that it goes around an arrow runs, and how far arrows run from each other, in the diagram's units. */
const AWAY = 25;
const APART = 15;

/** From which places of its edge an arrow can leave a step: the middle, and beside it; events and gateways have only their middle. */
const docks = (shape: Drawn, axis: 'x' | 'y'): readonly number[] => {
  const middle = middleOf(shape)[axis];
  return (axis === 'x' ? shape.width : shape.height) < 60 ? [middle] : [middle, middle - APART, middle + APART];
};

/**
 * The square ways from one shape to another, from middle to middle: around one corner, with a step in between, and below or above what lies between them.
 */
export function routesBetween(source: Drawn, target: Drawn, between: readonly Box[]): readonly (readonly Point[])[] {
  const [from, to] = [middleOf(source), middleOf(target)];
  const flat = docks(source, 'y').flatMap((sy) => [
    ...docks(target, 'x').map((tx) => [
      { x: from.x, y: sy },
      { x: tx, y: sy },
      { x: tx, y: to.y },
    ]),
    ...docks(target, 'y').map((ty) => {
      const x = Math.round((source.x < target.x ? source.x + source.width + target.x : target.x + target.width + source.x) / 2);
      return [
        { x: from.x, y: sy },
        { x, y: sy },
        { x, y: ty },
        { x: to.x, y: ty },
      ];
    }),
  ]);
  const upright = docks(source, 'x').flatMap((sx) => [
    ...docks(target, 'y').map((ty) => [
      { x: sx, y: from.y },
      { x: sx, y: ty },
      { x: to.x, y: ty },
    ]),
    ...docks(target, 'x').flatMap((tx) =>
      levels(source, target, between).map((y) => [
        { x: sx, y: from.y },
        { x: sx, y },
        { x: tx, y },
        { x: tx, y: to.y },
      ]),
    ),
  ]);
  return [...flat, ...upright];
}

/** Heights at which a way can run across: halfway, below all that lies between, and above it. */
function levels(source: Drawn, target: Drawn, between: readonly Box[]): readonly number[] {
  const [left, right] = [Math.min(source.x, target.x), Math.max(source.x + source.width, target.x + target.width)];
  const all = [source, target, ...between.filter(({ x, width }) => x < right && x + width > left)];
  const near = [source, target];
  const bottoms = [near, all].map((boxes) => Math.max(...boxes.map(({ y, height }) => y + height)) + AWAY);
  const tops = [near, all].map((boxes) => Math.min(...boxes.map(({ y }) => y)) - AWAY);
  const half = (source.y < target.y ? source.y + source.height + target.y : target.y + target.height + source.y) / 2;
  return [
    Math.round(half),
    ...[0, 1, 2].flatMap((lane) => [...bottoms.map((y) => y + lane * APART), ...tops.map((y) => y - lane * APART)]),
  ];
}
