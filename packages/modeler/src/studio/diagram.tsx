import { useEffect, useRef } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import './diagram.css';

/** What of bpmn-js is used here. */
interface Canvas {
  zoom(to: 'fit-viewport' | number, center?: 'auto'): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  viewbox(box?: { x: number; y: number; width: number; height: number }): unknown;
}
interface Registry {
  get(id: string):
    | {
        readonly x?: number;
        readonly y?: number;
        readonly width?: number;
        readonly height?: number;
        readonly businessObject?: { readonly processRef?: { readonly id: string } };
      }
    | undefined;
  find(
    fits: (element: {
      readonly id: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly businessObject?: { readonly processRef?: { readonly id: string } };
    }) => boolean,
  ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined;
}

const NONE: readonly string[] = [];

/** A diagram to look at: what was passed, where the case is now, and a click on a step. The editor is not loaded for this. */
export function Diagram({
  xml,
  done = NONE,
  now = NONE,
  flows = NONE,
  focus,
  height,
  choose,
}: {
  readonly xml: string;
  readonly done?: readonly string[];
  readonly now?: readonly string[];
  readonly flows?: readonly string[];
  readonly focus?: string;
  readonly height: number;
  readonly choose?: (element: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const viewer = useRef<InstanceType<typeof NavigatedViewer> | null>(null);
  const ready = useRef<Promise<void>>(Promise.resolve());
  const pick = useRef(choose);
  useEffect(() => {
    pick.current = choose;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const made = new NavigatedViewer({ container: place.current });
    viewer.current = made;
    ready.current = made.importXML(xml).then(
      () => {
        const canvas = made.get<Canvas>('canvas');
        canvas.zoom('fit-viewport', 'auto');
        const pool = made
          .get<Registry>('elementRegistry')
          .find((element) => focus !== undefined && element.businessObject?.processRef?.id === focus);
        if (pool) canvas.viewbox({ x: pool.x - 20, y: pool.y - 20, width: pool.width + 40, height: pool.height + 40 });
      },
      () => undefined,
    );
    made.on('element.click', (event: { readonly element: { readonly id: string } }) => pick.current?.(event.element.id));
    return () => made.destroy();
  }, [xml, focus]);
  const marks = JSON.stringify({ done, now, flows });
  useEffect(() => {
    const wanted = JSON.parse(marks) as {
      readonly done: readonly string[];
      readonly now: readonly string[];
      readonly flows: readonly string[];
    };
    const marked: [string, string][] = [];
    let over = false;
    void ready.current.then(() => {
      const made = viewer.current;
      if (over || !made) return;
      const canvas = made.get<Canvas>('canvas');
      const registry = made.get<Registry>('elementRegistry');
      const mark = (element: string, marker: string): void => {
        if (!registry.get(element)) return;
        canvas.addMarker(element, marker);
        marked.push([element, marker]);
      };
      for (const element of wanted.done) mark(element, 'gc-done');
      for (const flow of wanted.flows) mark(flow, 'gc-taken');
      for (const element of wanted.now) mark(element, 'gc-now');
    });
    return () => {
      over = true;
      const canvas = viewer.current?.get<Canvas>('canvas');
      for (const [element, marker] of marked) canvas?.removeMarker(element, marker);
    };
  }, [marks]);
  return <div ref={place} className="gc-diagram" style={{ height }} />;
}
