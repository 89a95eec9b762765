/** Writes plain BPMN piece by piece, numbering what it draws. */
export class Pen {
  #written = '';
  #count = 0;
  readonly names: string[] = [];

  /** An element with a new id; `inner` is what stands within it. */
  add(tag: string, attributes = '', inner = ''): string {
    const id = `${tag.replace(/[a-z]*(?=[A-Z])/, '').toLowerCase()}${this.#next()}`;
    this.#written += `<${tag} id="${id}" ${attributes}>${inner}</${tag}>`;
    return id;
  }

  flow(from: string, to: string, condition?: string): string {
    const id = `f${this.#next()}`;
    const inner = condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`;
    this.#written += `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
    return id;
  }

  /** A name that a condition can ask for and nothing is said to write. */
  name(): string {
    const name = `n${this.names.length}`;
    this.names.push(name);
    return name;
  }

  /** What was drawn meanwhile goes inside of an element. */
  inside(draw: () => void): string {
    const before = this.#written;
    this.#written = '';
    draw();
    const inner = this.#written;
    this.#written = before;
    return inner;
  }

  /** Sets a default flow on an element that was drawn. */
  otherwise(id: string, flow: string): void {
    this.#written = this.#written.replace(`id="${id}" `, `id="${id}" default="${flow}" `);
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  written = (): string =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:generated"><error id="err" errorCode="E"/><escalation id="esc" escalationCode="S"/><message id="msg" name="M"/><process id="generated" isExecutable="true">${this.#written}</process></definitions>`;
}

export const TIMER = '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>';
export const MESSAGE = '<messageEventDefinition messageRef="msg"/>';
export const ERROR = '<errorEventDefinition errorRef="err"/>';
export const ESCALATION = '<escalationEventDefinition escalationRef="esc"/>';
export const TERMINATE = '<terminateEventDefinition/>';
