import { middle, type Point, type Shape } from './box.ts';

/** The corners of a line between two shapes: forward from side to side, back around below, from an edge event down and across. */
export function waypoints(from: Shape, to: Shape, kind: string): readonly Point[] {
  const [start, end] = [middle(from), middle(to)];
  if (kind !== 'sequenceFlow') return upright(from, to);
  const [right, left] = [from.x + from.width, to.x];
  if (from.attached && middle(from).x < left) return below(from, to);
  if (from.id === to.id || right > left) return around(from, to);
  if (start.y === end.y)
    return [
      { x: right, y: start.y },
      { x: left, y: end.y },
    ];
  const turn = (right + left) / 2;
  return [
    { x: right, y: start.y },
    { x: turn, y: start.y },
    { x: turn, y: end.y },
    { x: left, y: end.y },
  ];
}

function below(from: Shape, to: Shape): readonly Point[] {
  const level = from.y + from.height + 12;
  const turn = to.x - 20;
  return [
    { x: middle(from).x, y: from.y + from.height },
    { x: middle(from).x, y: level },
    { x: turn, y: level },
    { x: turn, y: middle(to).y },
    { x: to.x, y: middle(to).y },
  ];
}

function around(from: Shape, to: Shape): readonly Point[] {
  const below = Math.max(from.y + from.height, to.y + to.height) + 20;
  return [
    { x: middle(from).x, y: from.y + from.height },
    { x: middle(from).x, y: below },
    { x: middle(to).x, y: below },
    { x: middle(to).x, y: to.y + to.height },
  ];
}

/** Straight between the edges that face each other. */
function upright(from: Shape, to: Shape): readonly Point[] {
  const down = middle(from).y <= middle(to).y;
  return [
    { x: middle(from).x, y: down ? from.y + from.height : from.y },
    { x: middle(to).x, y: down ? to.y : to.y + to.height },
  ];
}
