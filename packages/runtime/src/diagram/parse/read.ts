import { BpmnModdle, type ModdleWarning } from 'bpmn-moddle';
import { type Refused, refuse } from '../../words/refusal.ts';
import { vocabularyForModdle } from '../vocabulary.ts';
import type { Node } from './node.ts';
import { placeOf } from './reading.ts';

/** A file that moddle could read, with what it found odd. */
export interface ReadFile {
  readonly ok: true;
  readonly root: Node;
  readonly warnings: readonly string[];
}

/** References outside the flow itself may dangle: pictures of shapes, data types. */
const MAY_DANGLE =
  /^(bpmndi:|dc:|di:|bpmn:(itemSubjectRef|structureRef|itemRef|categoryValueRef|operationRef|interfaceRef|partitionElementRef|dataState))/;

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

/**
 * Reads XML as BPMN with our vocabulary; what cannot be kept is refused rather than dropped in silence. `mayDangle`: references to what is
 * not there are let be, as in a diagram that is half drawn.
 */
export async function readBpmn(xml: string, { mayDangle } = { mayDangle: false }): Promise<ReadFile | Refused> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ gc: vocabularyForModdle(), mending: structuredClone(mending) }).fromXML(xml);
    const refusal = warnings
      .filter((warning) => !(mayDangle && isDangling(warning)))
      .map(refusalOf)
      .find((found) => found !== undefined);
    return refusal ?? { ok: true, root: rootElement as Node, warnings: warnings.map(({ message }) => message) };
  } catch (error) {
    return notBpmn(error instanceof Error ? error.message : String(error));
  }
}

const isDangling = ({ message }: ModdleWarning): boolean => message.startsWith('unresolved reference');

function refusalOf(warning: ModdleWarning): Refused | undefined {
  const { message, element, property, value } = warning;
  if (isDangling(warning)) {
    if (!property || MAY_DANGLE.test(property)) return undefined;
    const at = placeOf(element as Node | undefined);
    return refuse('invalidDiagram', at, {
      zh: `“${at}”的 ${property} 指向“${value}”，但文件中没有它`,
      en: `${property} of ${at} names “${value}”, which is not in the file`,
    });
  }
  if (/duplicate ID|illegal ID|unknown type <(bpmn|gc):/.test(message)) return notBpmn(message);
  return undefined;
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
