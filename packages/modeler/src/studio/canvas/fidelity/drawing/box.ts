export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something is drawn, in pixels. */
export interface Box extends Size, Point {}

/** A shape of a drawing. */
export interface Shape extends Box {
  readonly id: string;
  /** Of a sub-process: its steps are drawn in it. */
  readonly expanded?: true;
  /** On the edge of a step. */
  readonly attached?: true;
}

/** A block of shapes with what it needs of room, from 0, 0 on. */
export interface Block extends Size {
  readonly shapes: readonly Shape[];
}

export const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

export const shifted = (shapes: readonly Shape[], { x, y }: Point): readonly Shape[] =>
  shapes.map((shape) => ({ ...shape, x: shape.x + x, y: shape.y + y }));
