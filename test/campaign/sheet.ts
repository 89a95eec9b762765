/** What events wait for or throw, by the word that the generators have for it. */
export const DEFINITIONS = {
  none: '',
  timer: '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>',
  cycle: '<timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition>',
  message: '<messageEventDefinition messageRef="msg"/>',
  signal: '<signalEventDefinition signalRef="sig"/>',
  error: '<errorEventDefinition errorRef="err"/>',
  escalation: '<escalationEventDefinition escalationRef="esc"/>',
  compensate: '<compensateEventDefinition/>',
  cancel: '<cancelEventDefinition/>',
  terminate: '<terminateEventDefinition/>',
} as const;

export type Definition = keyof typeof DEFINITIONS;

/** Where it is drawn: tags with ids of their own, nested as they are drawn, and the flows beside them. */
export class Sheet {
  /** How many ways back are drawn around what is drawn now. */
  rounds = 0;
  /** How many that wait for a signal are drawn around it. */
  #signals = 0;
  readonly #cutting: string[] = [];
  #written = '';
  #count = 0;
  #names = 0;
  readonly #processes: string[] = [];

  /** An element with a new id; `inner` is what stands within it. */
  add(tag: string, { attributes = '', inner = '' }: { readonly attributes?: string; readonly inner?: string } = {}): string {
    const id = `${tag}${this.#next()}`;
    this.#written += `<${tag} id="${id}" ${attributes}>${inner}</${tag}>`;
    return id;
  }

  flow(from: string, to: string, condition?: string): string {
    const id = `f${this.#next()}`;
    const inner = condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`;
    this.#written += `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
    return id;
  }

  /** What undoes `host`: a mark at its border and a task for it. */
  undo(host: string): void {
    const mark = this.add('boundaryEvent', { attributes: `attachedToRef="${host}"`, inner: DEFINITIONS.compensate });
    const task = this.add('userTask', { attributes: 'isForCompensation="true"' });
    this.#written += `<association id="by${this.#next()}" sourceRef="${mark}" targetRef="${task}"/>`;
  }

  /** A condition over a yes or no of its own. A loop goes on while its `again` is true. */
  condition(kind: 'n' | 'again' = 'n'): string {
    this.#names += 1;
    return `${kind}${this.#names} = true`;
  }

  /** A number that is not used elsewhere. */
  number(): number {
    return this.#next();
  }

  /** What is drawn meanwhile goes inside of an element. */
  inside(draw: () => void): string {
    const before = this.#written;
    this.#written = '';
    draw();
    const inner = this.#written;
    this.#written = before;
    return inner;
  }

  /** What is drawn meanwhile is within something that waits for a signal: that is heard everywhere, and what it cuts off could not hear it as well. */
  listening(draw: () => void): void {
    this.#signals += 1;
    draw();
    this.#signals -= 1;
  }

  /** A signal that nothing around waits for. */
  get signal(): string {
    return this.#signals === 0 ? DEFINITIONS.signal : `<signalEventDefinition signalRef="sig${Math.min(this.#signals, 2)}"/>`;
  }

  /** What is drawn meanwhile is cut off by whatever throws this. */
  cutBy(word: string, draw: () => void): void {
    this.#cutting.push(word);
    draw();
    this.#cutting.pop();
  }

  /** Whether to throw this here would always cut off what follows. */
  cuts = (word: string): boolean => this.#cutting.includes(word);

  /** A process of its own, drawn meanwhile, to be called by its key. */
  called(draw: () => void): string {
    const key = `called${this.#next()}`;
    this.#processes.push(`<process id="${key}" isExecutable="true">${this.inside(draw)}</process>`);
    return key;
  }

  /** Sets a default flow on an element that was drawn. */
  otherwise(id: string, flow: string): void {
    this.#written = this.#written.replace(`id="${id}" `, `id="${id}" default="${flow}" `);
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  xml = (): string =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:generated"><error id="err" errorCode="E"/><escalation id="esc" escalationCode="S"/><escalationEventDefinition id="thrown" escalationRef="esc"/><message id="msg" name="M"/><signal id="sig" name="S"/><signal id="sig1" name="S1"/><signal id="sig2" name="S2"/><process id="generated" isExecutable="true">${this.#written}</process>${this.#processes.join('')}</definitions>`;
}

/** The event definition of a word; a condition is over a name of its own. */
export function definitionOf(sheet: Sheet, word: Definition | 'conditional'): string {
  if (word === 'conditional') return `<conditionalEventDefinition><condition>${sheet.condition()}</condition></conditionalEventDefinition>`;
  return word === 'signal' ? sheet.signal : DEFINITIONS[word];
}
