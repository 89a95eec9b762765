import { BpmnModdle, type ModdleWarning } from 'bpmn-moddle';
import { type ProcessKey, id } from '../../words/ids.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Unresolved } from '../model.ts';
import { vocabularyForModdle } from '../vocabulary.ts';
import type { Node } from './node.ts';
import { placeOf } from './reading.ts';
import { nameOf } from './words.ts';

/** A file that moddle could read, with what it found odd. */
export interface ReadFile {
  readonly ok: true;
  readonly root: Node;
  readonly warnings: readonly string[];
  /** References to what is not there, as in a diagram that is half drawn; those that matter to nobody are left out. */
  readonly unresolved: readonly Unresolved[];
}

/** References outside the flow itself may dangle: pictures of shapes, data types; an arrow names its own ends, so nobody asks a step for them. */
const MAY_DANGLE =
  /^(bpmndi:|dc:|di:|bpmn:(incoming|outgoing|itemSubjectRef|structureRef|itemRef|categoryValueRef|operationRef|interfaceRef|partitionElementRef|dataState))/;

/** bpmn-moddle takes the script of a global script task for an attribute; the standard has it as an element. */
const mending = {
  name: 'Mending',
  uri: 'urn:guicheng:mending',
  prefix: 'mending',
  types: [
    { name: 'bpmn:Script', superClass: ['Element'], properties: [{ name: 'body', type: 'String', isBody: true }] },
    { name: 'Holder', extends: ['bpmn:GlobalScriptTask'], properties: [{ name: 'scripts', type: 'bpmn:Script', isMany: true }] },
  ],
};

/** Attributes that XML lets say yes and no by 1 and 0, of which moddle knows the words only. */
const YES_OR_NO =
  /(\s(?:isExecutable|isInterrupting|cancelActivity|parallelMultiple|triggeredByEvent|isSequential|testBefore|instantiate|isForCompensation|waitForCompletion|cancelRemainingInstances|isCollection)\s*=\s*)(?:"\s*(1|0|true|false)\s*"|'\s*(1|0|true|false)\s*')/g;

/** The text with these in words. */
const inWords = (xml: string): string =>
  xml.replace(YES_OR_NO, (...[, name, quoted, single]: readonly (string | undefined)[]) => {
    const said = quoted ?? single;
    return `${name}"${said === '1' ? 'true' : said === '0' ? 'false' : said}"`;
  });

/** Reads XML as BPMN with our vocabulary; what cannot be kept is refused rather than dropped in silence. */
export async function readBpmn(xml: string): Promise<ReadFile | Refused> {
  try {
    const {
      rootElement,
      warnings: told,
      elementsById,
    } = await new BpmnModdle({ gc: vocabularyForModdle(), mending: structuredClone(mending) }).fromXML(inWords(xml));
    const warnings = told.filter((warning) => !resolvedByName(warning, elementsById));
    const refusal = warnings.map(refusalOf).find((found) => found !== undefined);
    if (refusal) return refusal;
    return {
      ok: true,
      root: rootElement as Node,
      warnings: warnings.map(({ message }) => message),
      unresolved: warnings.flatMap(unresolvedIn),
    };
  } catch (error) {
    return notBpmn(error instanceof Error ? error.message : String(error));
  }
}

/**
 * References are qualified names, of which moddle knows the plain ones only: one with a prefix is to what has the rest of it as its id, and
 * white space around it, as where a line is broken, does not count. Where several are listed, it goes behind those that were found.
 */
function resolvedByName({ message, element, property, value }: ModdleWarning, known: { readonly [id: string]: object }): boolean {
  const plain = /^(?:[^:]+:)?([^:]+)$/.exec(value?.trim() ?? '')?.[1];
  if (!message.startsWith('unresolved reference') || !element || !property || plain === undefined) return false;
  const found = Object.hasOwn(known, plain) ? known[plain] : undefined;
  if (!found) return false;
  const name = property.replace(/^.*:/, '');
  const there = Reflect.get(element, name) as unknown;
  const several = Array.isArray(there) || LISTED.has(name);
  Reflect.set(element, name, several ? [...(Array.isArray(there) ? there : []), found] : found);
  return true;
}

/** References of which an element may have several. */
const LISTED: ReadonlySet<string> = new Set([
  'flowNodeRef',
  'eventDefinitionRef',
  'dataInputRefs',
  'dataOutputRefs',
  'incoming',
  'outgoing',
]);

function unresolvedIn({ message, element, property, value }: ModdleWarning): readonly Unresolved[] {
  if (!message.startsWith('unresolved reference') || !property || MAY_DANGLE.test(property)) return [];
  const at = element as Node | undefined;
  const standing = standingOf(at);
  return [
    {
      element: standing?.id ?? placeOf(at),
      name: standing ? nameOf(standing) : { zh: '' },
      process: processAround(at),
      property: property.replace(/^.*:/, ''),
      to: value?.trim() ?? '',
    },
  ];
}

/** What can be shown on the canvas, and chosen there. */
const SHOWN = ['FlowElement', 'Participant', 'Lane', 'MessageFlow', 'Artifact', 'Process'] as const;

/** The place that people see: an event for its definition, a step for what goes in and out. */
function standingOf(node: Node | undefined): Node | undefined {
  for (let at = node; at; at = at.$parent) {
    const shown = at;
    if (at.id && SHOWN.some((type) => shown.$instanceOf(`bpmn:${type}`))) return at;
  }
  return undefined;
}

function processAround(node: Node | undefined): ProcessKey | null {
  for (let at = node; at; at = at.$parent) if (at.$type === 'bpmn:Process') return id(at.id ?? '');
  return null;
}

function refusalOf({ message }: ModdleWarning): Refused | undefined {
  return /duplicate ID|illegal ID|unknown type <(bpmn|gc):/.test(message) ? notBpmn(message) : undefined;
}

function notBpmn(message: string): Refused {
  const what = /nested error: (.*)/.exec(message)?.[1] ?? message;
  const line = /line: (\d+)/.exec(message)?.[1];
  const where = line === undefined ? '' : `${Number(line) + 1}`;
  return refuse('invalidDiagram', what, {
    zh: `能读作 BPMN 2.0 的 XML${where ? `；问题在第 ${where} 行` : ''}：${what}`,
    en: `XML that can be read as BPMN 2.0${where ? `; the fault is in line ${where}` : ''}: ${what}`,
  });
}
