import type { Drawn, Injector } from '../services.ts';
import type { CanvasWord } from '../words/zh.ts';
import { tile } from '../palette/tile.ts';

export interface PadEntry {
  readonly group: string;
  readonly html: string;
  readonly action: { readonly click: (event: Event, element: Drawn) => void; readonly dragstart?: (event: Event, element: Drawn) => void };
}

export type PadEntries = { readonly [id: string]: PadEntry };

/** How an entry of the pad looks and what it does. `also` is what dragging from it does. */
export interface Said {
  readonly word: CanvasWord;
  readonly icon: string;
  readonly group?: string;
  readonly act: (event: Event, element: Drawn) => void;
  readonly drag?: (event: Event, element: Drawn) => void;
}

/** An entry of the pad under its word: a small picture, and the word beside it. On a label it acts upon what the label names. */
export function padEntry(injector: Injector, { word, icon, group = 'next', act, drag }: Said): PadEntries {
  const text = injector.get('officeWords').say(word);
  const named =
    (does: Said['act']): Said['act'] =>
    (event, element) =>
      does(event, element.labelTarget ?? element);
  return {
    [word]: {
      group,
      html: tile({ icon: `bpmn-icon-${icon}`, text, title: text }),
      action: { click: named(act), ...(drag ? { dragstart: named(drag) } : {}) },
    },
  };
}
