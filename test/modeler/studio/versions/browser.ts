import { TextDecoder, TextEncoder } from 'node:util';

// What jsdom lacks of a browser, as far as these pages and the reading of diagrams need it; where there is no browser, nothing.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, TextEncoder, TextDecoder });
globalThis.structuredClone ??= <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
globalThis.matchMedia ??= (() => ({ matches: false, addListener() {}, removeListener() {} })) as unknown as typeof matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// jsdom complains about pseudo elements, which antd measures, and scrolls nothing.
if (typeof document !== 'undefined') {
  const computed = globalThis.getComputedStyle;
  globalThis.getComputedStyle = (element) => computed(element);
  Element.prototype.scrollIntoView ??= () => undefined;
}
