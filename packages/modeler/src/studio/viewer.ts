import type { Language } from '@guicheng/server/contract';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

/** A shape or an arrow as bpmn-js keeps it, as far as it is used here. */
export interface Drawn {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly type?: string;
  readonly waypoints?: unknown;
  readonly labelTarget?: unknown;
  readonly businessObject?: { readonly name?: string; readonly processRef?: { readonly id: string } };
}

export interface Canvas {
  zoom(to?: 'fit-viewport' | number, center?: 'auto' | { readonly x: number; readonly y: number }): number;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  viewbox(box?: { x: number; y: number; width: number; height: number }): {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly outer: { readonly width: number; readonly height: number };
    /** Everything that is drawn. */
    readonly inner: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
}

export interface Registry {
  get(id: string): Drawn | undefined;
  getAll(): readonly Drawn[];
  getGraphics(id: string): SVGElement | undefined;
}

export interface Overlays {
  add(
    element: string,
    type: string,
    overlay: {
      readonly position: { readonly top: number; readonly right: number } | { readonly top: number; readonly left: number };
      readonly html: HTMLElement;
      readonly scale?: { readonly min: number };
    },
  ): string;
  remove(filter: { readonly type: string }): void;
}

export interface EventBus {
  on(event: string, hear: () => void): void;
  off(event: string, hear: () => void): void;
}

export type Viewer = InstanceType<typeof NavigatedViewer>;

/** A viewer whose colours follow the theme by themselves, as they are the app's own; its logo stays as it is. Latin words are longer than Chinese ones. */
export const makeViewer = (container: HTMLElement, language: Language): Viewer =>
  new NavigatedViewer({
    container,
    bpmnRenderer: {
      defaultFillColor: 'var(--gc-surface)',
      defaultStrokeColor: 'var(--gc-soft)',
      defaultLabelColor: 'var(--gc-text)',
    },
    // The same faces as around it, by name: bpmn-js measures its lines elsewhere in the page.
    textRenderer: {
      defaultStyle: { fontFamily: getComputedStyle(container).fontFamily, fontSize: language === 'zh' ? '14px' : '12px', lineHeight: 1.2 },
      externalStyle: { fontSize: language === 'zh' ? '13px' : '12px', lineHeight: 1.2 },
    },
  });
