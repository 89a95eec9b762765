import type { Process } from '../../../packages/runtime/src/diagram/model.ts';
import { processesIn } from '../kernel/harness.ts';

/** A process of these lines; flows are written `a > b`, with a condition after `if`, and a colon before a name of their own. */
export async function processOf(lines: string, more = ''): Promise<readonly Process[]> {
  const flows = (text: string): string =>
    text.replace(/^\s*(\w+) > (\w+)(?: if (.+))?$/gm, (_, from: string, to: string, condition?: string) =>
      condition
        ? `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"><conditionExpression>${condition}</conditionExpression></sequenceFlow>`
        : `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`,
    );
  return processesIn(`<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="urn:test">
<message id="m" name="m"/><signal id="s" name="s"/><error id="e" errorCode="E"/><escalation id="up" escalationCode="U"/>${more}
<process id="p" isExecutable="true">${flows(lines)}</process></definitions>`);
}

/** A start, a task and an end in a row. */
export const ROW = `<startEvent id="start"/><userTask id="a"/><endEvent id="end"/>
start > a
a > end`;
