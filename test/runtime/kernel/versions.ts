import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import type { Plans } from '../../../packages/runtime/src/kernel/stimulus.ts';
import { compile } from '../../../packages/runtime/src/plan/compile.ts';
import type { Plan } from '../../../packages/runtime/src/plan/plan.ts';
import { type DefinitionRef, definitionRef, id } from '../../../packages/runtime/src/words/ids.ts';
import { processesIn } from './harness.ts';

/** Several versions of one process, loaded together; cases begin on the first. */
export function versionsOf(versions: readonly Process[]): Plans & { readonly plan: (version: number) => Plan } {
  const [first] = versions;
  if (!first) throw new Error('no version');
  const plans = new Map<DefinitionRef, Plan>(
    versions.map((process, index) => {
      const ref = definitionRef(process.key, index + 1);
      return [ref, compile(process, ref)];
    }),
  );
  const ref = (version: number): DefinitionRef => definitionRef(first.key, version);
  return {
    root: ref(1),
    get: (wanted) => plans.get(wanted),
    pin: () => undefined,
    plan(version) {
      const plan = plans.get(ref(version));
      if (!plan) throw new Error(`no version ${version}`);
      return plan;
    },
  };
}

/** One process from the lines of its body, between a start `start` and whatever the lines say. */
export async function drawnAs(body: string): Promise<Process> {
  const [process] = await processesIn(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="urn:test"><process id="p" name="流程" isExecutable="true">${body}</process></definitions>`,
  );
  if (!process) throw new Error('no process');
  return process;
}

/** `a > b > c`: arrows, each named by its ends. */
export const arrows = (...rows: readonly string[]): string =>
  rows
    .flatMap((row) => {
      const stops = row.split('>').map((stop) => stop.trim());
      return stops.slice(1).map((to, at) => [stops[at], to] as const);
    })
    .map(([from, to]) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`)
    .join('');

export const step = (own: string, name = own, inner = ''): string => `<userTask id="${own}" name="${name}">${inner}</userTask>`;
export const FROM_TO = '<startEvent id="start"/><endEvent id="end"/>';
export const VERSION_2: DefinitionRef = id('p@2');
