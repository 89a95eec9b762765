/** As wide as a Chinese character, in the diagram's units. Nothing is asserted that depends on them. */
const CHARACTER = 14;

const matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

const matrixOf = (from: Matrix): object => ({
  ...from,
  translate: (x: number, y: number) => matrixOf({ ...from, e: from.e + x, f: from.f + y }),
  scale: (by: number) => matrixOf({ ...from, a: from.a * by, d: from.d * by }),
  multiply: (by: Matrix) => matrixOf({ ...by, e: from.e + by.e, f: from.f + by.f }),
  inverse: () => matrixOf({ ...from, e: -from.e, f: -from.f }),
});

const transformOf = (given: Matrix): object => ({
  matrix: matrixOf(given),
  type: 1,
  setMatrix: () => undefined,
  setTranslate: () => undefined,
  setRotate: () => undefined,
  setScale: () => undefined,
});

/** What a browser has of SVG and jsdom has not, as far as bpmn-js asks for it: texts have a size, nothing is transformed. */
export function shimSvg(): void {
  const list = {
    numberOfItems: 1,
    consolidate: () => transformOf(matrix),
    clear: () => undefined,
    appendItem: (item: object) => item,
    initialize: (item: object) => item,
    createSVGTransformFromMatrix: () => transformOf(matrix),
    getItem: () => transformOf(matrix),
  };
  const element = (globalThis as unknown as { SVGElement: { prototype: object } }).SVGElement.prototype;
  Object.assign(element, {
    getBBox(this: SVGElement) {
      const text = this.textContent ?? '';
      return { x: 0, y: 0, width: text.length * CHARACTER, height: CHARACTER };
    },
    getCTM: () => matrixOf(matrix),
    getScreenCTM: () => matrixOf(matrix),
    createSVGMatrix: () => matrixOf(matrix),
    createSVGTransform: () => transformOf(matrix),
    createSVGTransformFromMatrix: () => transformOf(matrix),
    getTotalLength: () => 0,
    getPointAtLength: () => ({ x: 0, y: 0 }),
    checkVisibility: () => true,
  });
  Object.defineProperty(element, 'transform', { configurable: true, get: () => ({ baseVal: list }) });
  Object.defineProperty(element, 'x', { configurable: true, get: () => ({ baseVal: { value: 0 } }) });
  Object.defineProperty(element, 'y', { configurable: true, get: () => ({ baseVal: { value: 0 } }) });
  const canvas = (globalThis as unknown as { HTMLCanvasElement: { prototype: object } }).HTMLCanvasElement.prototype;
  Object.assign(canvas, { getContext: () => ({ measureText: (text: string) => ({ width: text.length * CHARACTER }) }) });
  const global = globalThis as unknown as {
    SVGMatrix?: unknown;
    CSS?: { escape: (text: string) => string };
    ResizeObserver?: unknown;
    structuredClone?: unknown;
  };
  global.SVGMatrix ??= Map; // only asked whether something is one
  global.CSS ??= { escape: (text) => text.replaceAll(/[^\w-]/g, (letter) => `\\${letter}`) };
  global.structuredClone ??= (value: unknown): unknown => JSON.parse(JSON.stringify(value));
}
