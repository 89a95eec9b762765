import { isOf, type Drawn, type Injector } from '../services.ts';
import type { CanvasWord } from '../words/zh.ts';

const MARK = 'gc-connects';

/** Connecting two steps without a mouse: c holds one, Enter connects it to the one that is chosen then, Escape lets go of it. */
export class ConnectByKeys {
  readonly #injector: Injector;
  #from: Drawn | undefined;

  constructor(injector: Injector) {
    this.#injector = injector;
  }

  /** What a key has done, in words; undefined where it means nothing here. */
  pressed(key: string, chosen: Drawn | undefined): CanvasWord | undefined {
    const from = this.#held();
    if (key === 'c' && chosen && isOf(chosen, 'bpmn:FlowNode', 'bpmn:Participant')) return this.#hold(chosen);
    if (!from) return undefined;
    if (key === 'Escape') return this.#letGo('letGo');
    if (key !== 'Enter' || !chosen || chosen === from) return undefined;
    const allowed = this.#injector.get('rules').allowed('connection.create', { source: from, target: chosen });
    if (!allowed) return 'cannotConnect';
    this.#injector.get('modeling').connect(from, chosen, typeof allowed === 'object' ? allowed : {});
    return this.#letGo('connected');
  }

  /** What is held, as long as it is still there. */
  #held(): Drawn | undefined {
    const from = this.#from;
    return from && this.#injector.get('elementRegistry').get(from.id) === from ? from : undefined;
  }

  #hold(from: Drawn): CanvasWord {
    this.#letGo('letGo');
    this.#from = from;
    this.#injector.get('canvas').addMarker(from, MARK);
    return 'connectFrom';
  }

  #letGo(word: CanvasWord): CanvasWord {
    const from = this.#held();
    if (from) this.#injector.get('canvas').removeMarker(from, MARK);
    this.#from = undefined;
    return word;
  }
}
