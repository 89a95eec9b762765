import { parseDiagram } from '../../../packages/runtime/src/diagram/parse.ts';
import type { Diagram } from '../../../packages/runtime/src/diagram/model.ts';

const NAMESPACES =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** A whole file around what stands in it. */
export const file = (roots: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions ${NAMESPACES} id="file" targetNamespace="urn:test">${roots}</definitions>`;

/** A file with one executable process. */
export const processFile = (body: string): string => file(`<process id="test-process" name="测试" isExecutable="true">${body}</process>`);

/** start → what is given → end; `first` and `last` name the elements it begins and ends with. */
export const between = (body: string, first: string, last: string): string =>
  `<startEvent id="start"/><sequenceFlow id="begin" sourceRef="start" targetRef="${first}"/>${body}<sequenceFlow id="finish" sourceRef="${last}" targetRef="end"/><endEvent id="end"/>`;

/** The words of a step, process or flow. */
export const words = (inner: string): string => `<extensionElements>${inner}</extensionElements>`;

/** Reads a file that must be readable. */
export async function read(xml: string): Promise<Diagram> {
  const parsed = await parseDiagram(xml);
  if (!parsed.ok) throw new Error(`${parsed.culprit}: ${parsed.expected.en}`);
  return parsed.diagram;
}
