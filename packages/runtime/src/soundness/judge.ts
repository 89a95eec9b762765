import type { Diagram, Process } from '../diagram/model.ts';
import { placeName } from '../diagram/rules/placeName.ts';
import type { ElementId, ProcessKey } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import { Allowance } from './allowance.ts';
import type { Node } from './explore.ts';
import { flawWords } from './flawWords.ts';
import type { Judgement, JudgedFinding } from './judgement.ts';
import { waitsForOthers, waitWords } from './mayWaitForever.ts';
import { isForeign, type Model, modelOf } from './model.ts';
import { deadIn } from './deadIn.ts';
import { playOf } from './playOf.ts';
import { elementsOf, propertyOf } from './property.ts';
import { runOf } from './runOf.ts';
import { type Examined, examined, gapWords } from './soundness.ts';
import { supposes } from './supposes.ts';

/** Judges processes of several diagrams together, each once: what one calls among them is taken as what it was found to be. The clock, in milliseconds, tells what each took by itself. */
export class Judge {
  readonly #processes: ReadonlyMap<ProcessKey, { readonly process: Process; readonly diagram: Diagram }>;
  readonly #called: ReadonlySet<ProcessKey>;
  readonly #judged = new Map<ProcessKey, Judgement>();
  readonly #now: ProcessKey[] = [];
  /** What all processes of a diagram may cost together. */
  readonly #allowances = new Map<Diagram, Allowance>();
  readonly #clock: () => number;
  /** Milliseconds that judging others took meanwhile. */
  #others = 0;

  constructor(diagrams: readonly Diagram[], clock: () => number = () => 0) {
    this.#clock = clock;
    const all = diagrams.flatMap((diagram) => diagram.processes.map((process) => ({ process, diagram })));
    this.#processes = new Map(all.flatMap((one) => (one.process.executable ? [[one.process.key, one]] : [])));
    this.#called = new Set(all.flatMap(({ process }) => process.elements.flatMap(({ call }) => call?.key ?? [])));
  }

  /** The verdict over one process. Where two files hold a process of the same key, the one that is asked about is judged. */
  of(process: Process, diagram: Diagram): Judgement {
    const known = this.#judged.get(process.key);
    const own = this.#processes.get(process.key)?.process;
    if (known && own === process) return known;
    this.#now.push(process.key);
    const [begun, others] = [this.#clock(), this.#others];
    const found = this.#judge(process, diagram);
    const ms = this.#clock() - begun - (this.#others - others);
    this.#others += ms;
    const judged = { ...found, ms };
    this.#now.pop();
    if (own === process) this.#judged.set(process.key, judged);
    return judged;
  }

  #judge(process: Process, diagram: Diagram): Omit<Judgement, 'ms'> {
    const called = this.#called.has(process.key) || (!isForeign(process) && process.office.starters.length === 0);
    const model = modelOf(process, { called, errorsOf: (key) => this.#ofCalled(key)?.thrown });
    const unknown = this.#circle(process);
    if (unknown) return undecided(process, unknown);
    const allowance = this.#allowanceOf(diagram).forProcess();
    const seen = examinedOr(model, allowance);
    if ('reason' in seen) return undecided(process, seen.reason);
    const { explored, certain, supposed } = seen;
    const reasons: Text[] = [];
    const findings = certain.map(
      ({ node, flaw }): JudgedFinding => ({
        property: propertyOf(flaw, node),
        elements: elementsOf(flaw),
        run: runOf(model, node),
        message: flawWords(model, flaw, node),
        play: playOf(model, node, flaw.stuck),
      }),
    );
    for (const { element, known } of waitsForOthers({ process, diagram, allowance }, explored.reached)) {
      const node = nodeAt(model, seen, element);
      if (known && node && !supposes(model, node))
        findings.push(reachedFinding(model, node, { element, message: waitWords({ process, diagram }, element) }));
      else reasons.push(waitWords({ process, diagram }, element));
    }
    findings.push(...this.#fromCalls(model, seen, reasons));
    if (supposed.length > 0 && certain.length === 0) reasons.push(...supposed.map(({ node, flaw }) => flawWords(model, flaw, node)));
    if (explored.gap) reasons.push(gapWords(process, explored.gap));
    const whole = reasons.length === 0 && certain.length === 0;
    findings.push(...(whole ? deadIn(process, explored) : []));
    const verdict = findings.length > 0 ? 'unsound' : reasons.length > 0 ? 'undecided' : 'sound';
    const [reason] = verdict === 'undecided' ? reasons : [];
    return {
      process: process.key,
      verdict,
      findings,
      markings: explored.nodes.length,
      thrown: whole ? explored.thrown : undefined,
      ...(reason ? { reason } : {}),
    };
  }

  #allowanceOf(diagram: Diagram): Allowance {
    const allowance = this.#allowances.get(diagram) ?? new Allowance();
    this.#allowances.set(diagram, allowance);
    return allowance;
  }

  /** What a call comes upon: the same that is wrong with the process it calls. */
  #fromCalls(model: Model, seen: Examined, reasons: Text[]): readonly JudgedFinding[] {
    return model.process.elements.flatMap((element) => {
      const key = element.call?.key;
      const judged = key === undefined ? undefined : this.#ofCalled(key);
      const node = judged && judged.verdict !== 'sound' ? nodeAt(model, seen, element.id) : undefined;
      if (!judged || !node || key === undefined) return [];
      const { zh, en } = placeName(model.process, element.id);
      const [first] = judged.findings;
      if (!first || supposes(model, node)) {
        reasons.push({ zh: `${zh}调用的流程“${key}”不能断定`, en: `${en} calls the process “${key}”, which was not decided` });
        return [];
      }
      const message = {
        zh: `${zh}调用的流程“${key}”有问题：${first.message.zh}`,
        en: `${en} calls “${key}”, which is unsound: ${first.message.en ?? ''}`,
      };
      return [{ ...reachedFinding(model, node, { element: element.id, message }), property: first.property, process: key }];
    });
  }

  #ofCalled(key: ProcessKey): Judgement | undefined {
    const known = this.#processes.get(key);
    return known && !this.#now.includes(key) ? this.of(known.process, known.diagram) : undefined;
  }

  /** The call over which a process comes to call itself. */
  #circle(process: Process): Text | undefined {
    const open: { readonly key: ProcessKey; readonly by: ElementId }[] = callsOf(process);
    const seen = new Set<ProcessKey>();
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.key === process.key) {
        const { zh, en } = placeName(process, next.by);
        return { zh: `${zh}又调用到流程“${process.key}”自己`, en: `over ${en} the process “${process.key}” calls itself` };
      }
      if (seen.has(next.key)) continue;
      seen.add(next.key);
      const { by } = next;
      open.push(...callsOf(this.#processes.get(next.key)?.process).map(({ key }) => ({ key, by })));
    }
    return undefined;
  }
}

const callsOf = (process: Process | undefined): { readonly key: ProcessKey; readonly by: ElementId }[] =>
  process?.elements.flatMap(({ id, call }) => (call ? [{ key: call.key, by: id }] : [])) ?? [];

const undecided = (process: Process, reason: Text): Omit<Judgement, 'ms'> => ({
  process: process.key,
  verdict: 'undecided',
  findings: [],
  markings: 0,
  thrown: undefined,
  reason,
});

/** A diagram that cannot be run at all, as its arrows hang in the air, is not decided. */
function examinedOr(model: Model, allowance: Allowance): Examined | { readonly reason: Text } {
  const loose = model.process.flows.find(({ from, to }) => !model.element(from) || !model.element(to));
  if (loose) return { reason: { zh: `连线“${loose.id}”有一端没有连好`, en: `the flow “${loose.id}” has a loose end` } };
  try {
    return examined(model, { allowance });
  } catch (error) {
    return { reason: { zh: `流程不能运行：${String(error)}`, en: `the process cannot be run: ${String(error)}` } };
  }
}

/** The first state in which something waits at an element, if possible one that supposes nothing. */
function nodeAt(model: Model, { explored }: Examined, element: ElementId): Node | undefined {
  const there = explored.nodes.filter(({ state }) => state.marking.tokens.some((token) => token.element === element));
  return there.find((node) => !supposes(model, node)) ?? there[0];
}

const reachedFinding = (
  model: Model,
  node: Node,
  { element, message }: { readonly element: ElementId; readonly message: Text },
): JudgedFinding => ({
  property: 'mayWaitForever',
  elements: [element],
  run: runOf(model, node),
  message,
  play: playOf(model, node, [element]),
});
