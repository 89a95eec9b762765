import { studio as en } from '../../../words/en/studio.ts';
import { studio as zh } from '../../../words/zh/studio.ts';
import { kindTip, putTip } from '../../tip.ts';
import { choiceOf } from '../replace/choice.ts';
import { isOf, type Drawn, type Injector } from '../services.ts';

/** Says over everything drawn what it is, so that also what has no name is known. Told when something is drawn, never while the pointer moves. */
export class Tips {
  static $inject = ['injector'];
  readonly #injector: Injector;

  constructor(injector: Injector) {
    this.#injector = injector;
    const events = injector.get('eventBus');
    events.on<{ readonly element: Drawn; readonly gfx: SVGElement }>(['shape.added', 'shape.changed'], 500, ({ element, gfx }) => {
      if (element.labelTarget) return;
      const words = this.#wordsFor(element);
      if (words) putTip(gfx, words);
    });
  }

  #wordsFor(element: Drawn): string {
    const { language, say } = this.#injector.get('officeWords');
    const exact = choiceOf(element);
    const telling = exact && (isOf(element, 'bpmn:Event') || exact.target.many);
    if (telling) return `${say(exact.word)} · BPMN ${exact.bpmn}`;
    const words: { readonly [word: string]: unknown } = language === 'en' ? en : zh;
    return kindTip(element.businessObject.$type, (word) => String(words[word] ?? ''));
  }
}
