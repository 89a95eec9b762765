import { vocabulary } from '@guicheng/runtime/checking';
import type { Language } from '@guicheng/server/contract';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './canvas.css';
import { officeModules } from './index.ts';

export type Modeler = InstanceType<typeof BpmnModeler>;

export interface Speaking {
  readonly language: Language;
  /** Hears every template that bpmn-js asks to have translated, and whether we know it. Without it the container tells it as an event `gc-translated`. */
  readonly said?: (template: string, known: boolean) => void;
}

/**
 * The editor on a container that has a height: the office's palette, pad and words over bpmn-js, with our vocabulary, so that what a diagram says is
 * kept and can be changed by commands. Its keyboard listens while the canvas has the focus.
 */
export function makeModeler(container: HTMLElement, { language, said }: Speaking): Modeler {
  container.classList.add('gc-modeler');
  return new BpmnModeler({
    container,
    // bpmn-js writes prefixes into the descriptor that it is given.
    moddleExtensions: { gc: structuredClone(vocabulary) },
    additionalModules: [...officeModules(language, said ?? tellOn(container))],
    bpmnRenderer: {
      defaultFillColor: 'var(--gc-surface)',
      defaultStrokeColor: 'var(--gc-soft)',
      defaultLabelColor: 'var(--gc-text)',
    },
    // The same faces as around it, by name: bpmn-js measures its lines elsewhere in the page. Sizes in pixels, as it calculates with them.
    textRenderer: {
      defaultStyle: { fontFamily: getComputedStyle(container).fontFamily, fontSize: language === 'zh' ? 14 : 12, lineHeight: 1.2 },
      externalStyle: { fontSize: language === 'zh' ? 13 : 12, lineHeight: 1.2 },
    },
  });
}

/** Whoever listens on the page hears what is translated, as a driver that opens every menu does. */
const tellOn =
  (container: HTMLElement) =>
  (template: string, known: boolean): void =>
    void container.dispatchEvent(new CustomEvent('gc-translated', { bubbles: true, detail: { template, known } }));
