import { useEffect, useMemo, useRef, useState } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { theme } from 'antd';
import { useWords } from '../words/words.ts';
import { inReadersWords } from './named.ts';
import { showProcess } from './showProcess.ts';
import { kindTip, putTip } from './tip.ts';
import { makeViewer, type Canvas, type Drawn, type Overlays, type Registry, type Viewer } from './viewer.ts';
import { ZoomBar } from './zoomBar.tsx';
import './diagram.css';

/** What is marked on a diagram; the names are the style's. */
export type Marks = {
  readonly [mark in
    | 'done'
    | 'now'
    | 'here'
    | 'still'
    | 'returned'
    | 'flows'
    | 'can'
    | 'cannot'
    | 'chosen'
    | 'added'
    | 'removed'
    | 'changed'
    | 'moved']?: readonly string[];
};

/** A word at the corner of an element: a colour alone says nothing to many. */
export interface Badge {
  readonly words: string;
  readonly mark: keyof Marks;
}

/**
 * A diagram to look at, in the reader's language and theme: what was gone through, where the case is, what can be chosen. The editor is
 * not loaded for this. Beside it must stand an outline: a picture says nothing to a screen reader.
 */
export function Diagram({
  xml,
  focus,
  height,
  marks = NO_MARKS,
  counts = NOTHING,
  tips = NOTHING,
  badges = NOTHING,
  choose,
  shown,
}: {
  readonly xml: string;
  /** The process that is shown first, where the file has several. */
  readonly focus?: string;
  readonly height: number | string;
  readonly marks?: Marks;
  /** How often an element was gone through, where that is to be shown. */
  readonly counts?: { readonly [element: string]: number };
  /** What is said over an element; its own kind where nothing is. */
  readonly tips?: { readonly [element: string]: string };
  readonly badges?: { readonly [element: string]: Badge };
  readonly choose?: ((element: string) => void) | undefined;
  /** Told the viewer when the diagram is drawn, and null when it goes. Give it the same function each time. */
  readonly shown?: ((viewer: Viewer | null) => void) | undefined;
}) {
  const { w, language } = useWords();
  const { token } = theme.useToken();
  const place = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const pick = useRef(choose);
  const matters = useRef<readonly string[]>([]);
  useEffect(() => {
    pick.current = choose;
    matters.current = [...(marks.chosen ?? []), ...(marks.now ?? []), ...(marks.here ?? []), ...(marks.still ?? [])];
  });
  const named = useMemo(() => inReadersWords(xml, language), [xml, language]);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = makeViewer(place.current, language);
    let over = false;
    made.importXML(named).then(
      () => {
        if (over) return;
        showProcess(made, focus, matters.current);
        setViewer(made);
      },
      () => undefined,
    );
    made.on('element.click', (event: { readonly element: Drawn }) => pick.current?.(event.element.id.replace(/_label$/, '')));
    const resized = new ResizeObserver(() => {
      if (!over) showProcess(made, focus, matters.current);
    });
    resized.observe(place.current);
    return () => {
      over = true;
      resized.disconnect();
      setViewer(null);
      made.destroy();
    };
  }, [named, focus, language]);
  useEffect(() => {
    shown?.(viewer);
    return () => shown?.(null);
  }, [viewer, shown]);
  useMarks(viewer, marks);
  useBadges(viewer, counts, badges);
  useTips(viewer, tips, (type) => kindTip(type, w));
  const zoom = (by: number): void => {
    const canvas = viewer?.get<Canvas>('canvas');
    if (canvas) canvas.zoom(canvas.zoom() * by, 'auto');
  };
  return (
    <div className="gc-diagram" style={{ height, borderColor: token.colorBorderSecondary }}>
      <div ref={place} className={choose ? 'gc-canvas gc-choosable' : 'gc-canvas'} role="img" aria-label={w('diagram')} />
      <ZoomBar zoom={zoom} whole={() => viewer && showProcess(viewer, focus, 'whole')} />
    </div>
  );
}

const NO_MARKS: Marks = {};
const NOTHING = {};

function useMarks(viewer: Viewer | null, marks: Marks): void {
  const said = JSON.stringify(marks);
  useEffect(() => {
    if (!viewer) return undefined;
    const canvas = viewer.get<Canvas>('canvas');
    const registry = viewer.get<Registry>('elementRegistry');
    const wanted = Object.entries(JSON.parse(said) as { readonly [mark: string]: readonly string[] });
    const marked = wanted.flatMap(([mark, elements]) =>
      elements.filter((element) => registry.get(element)).map((element): [string, string] => [element, `gc-${mark}`]),
    );
    for (const [element, marker] of marked) canvas.addMarker(element, marker);
    return () => {
      for (const [element, marker] of marked) if (registry.get(element)) canvas.removeMarker(element, marker);
    };
  }, [viewer, said]);
}

function useBadges(
  viewer: Viewer | null,
  counts: { readonly [element: string]: number },
  badges: { readonly [element: string]: Badge },
): void {
  const said = JSON.stringify({ counts, badges });
  useEffect(() => {
    if (!viewer) return undefined;
    const overlays = viewer.get<Overlays>('overlays');
    const registry = viewer.get<Registry>('elementRegistry');
    const told = JSON.parse(said) as { readonly counts: typeof counts; readonly badges: typeof badges };
    const put = (element: string, words: string, mark: string): void => {
      const drawn = registry.get(element);
      if (!drawn) return;
      const html = document.createElement('span');
      html.className = `gc-count gc-badge-${mark}`;
      html.textContent = words;
      overlays.add(element, 'gc-badge', { position: cornerOf(drawn), html, scale: { min: 0.85 } });
    };
    for (const [element, count] of Object.entries(told.counts)) put(element, `×${count}`, 'count');
    for (const [element, { words, mark }] of Object.entries(told.badges)) put(element, words, mark);
    return () => overlays.remove({ type: 'gc-badge' });
  }, [viewer, said]);
}

/** Where a badge sits: at the corner of a step, in the middle of the longest piece of an arrow. */
function cornerOf(drawn: Drawn): { readonly top: number; readonly right: number } | { readonly top: number; readonly left: number } {
  if (!Array.isArray(drawn.waypoints)) return { top: -10, right: 14 };
  const points = drawn.waypoints as readonly { readonly x: number; readonly y: number }[];
  const pieces = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const long = (piece: (typeof pieces)[number]): number => Math.abs(piece.to.x - piece.from.x) + Math.abs(piece.to.y - piece.from.y);
  const [longest] = pieces.toSorted((one, other) => long(other) - long(one));
  if (!longest) return { top: -10, left: -10 };
  const [left, top] = [Math.min(...points.map((point) => point.x)), Math.min(...points.map((point) => point.y))];
  return { top: (longest.from.y + longest.to.y) / 2 - top - 10, left: (longest.from.x + longest.to.x) / 2 - left - 12 };
}

/** A title on every step: what is told of it, then what kind it is. */
function useTips(viewer: Viewer | null, tips: { readonly [element: string]: string }, kindOf: (type: string) => string): void {
  const said = JSON.stringify(tips);
  const kind = useRef(kindOf);
  useEffect(() => {
    kind.current = kindOf;
  });
  useEffect(() => {
    if (!viewer) return;
    const registry = viewer.get<Registry>('elementRegistry');
    const told = JSON.parse(said) as { readonly [element: string]: string };
    for (const element of registry.getAll()) {
      const graphics = element.labelTarget ? undefined : registry.getGraphics(element.id);
      const words = [told[element.id], kind.current(element.type ?? '')].filter(Boolean).join('\n');
      if (graphics && !element.waypoints && words !== '') putTip(graphics, words);
    }
  }, [viewer, said]);
}
