import { plansOf, processesIn, Story } from './harness.ts';

/** Definitions that stand at the root of each diagram of these stories. */
const ROOT = `
  <error id="err" name="err" errorCode="err" /><error id="err2" name="err2" errorCode="err2" />
  <escalation id="esc" name="esc" escalationCode="esc" /><escalation id="esc2" name="esc2" escalationCode="esc2" />
  <signal id="bell" name="bell" /><message id="letter" name="letter" />`;

/** What an event throws or waits for, in short. */
export const EVENT = {
  none: '',
  message: '<messageEventDefinition messageRef="letter" />',
  signal: '<signalEventDefinition signalRef="bell" />',
  timer: '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>',
  error: '<errorEventDefinition errorRef="err" />',
  anyError: '<errorEventDefinition />',
  escalation: '<escalationEventDefinition escalationRef="esc" />',
  anyEscalation: '<escalationEventDefinition />',
  conditional: '<conditionalEventDefinition><condition>ready</condition></conditionalEventDefinition>',
  link: '<linkEventDefinition name="over" />',
  compensate: '<compensateEventDefinition />',
  cancel: '<cancelEventDefinition />',
  terminate: '<terminateEventDefinition />',
} as const;

/**
 * A diagram from compact lines, one element or flow each. `a > b > c` are flows; `user a` a user task, `start a`, `end a`, `throw a`, `catch a`
 * events with what they carry after the name (`end a {error}`); `on host a {…}` a border, `beside host a {…}` one that does not interrupt;
 * `undo a by b` a user task that undoes the activity a; anything else is XML as it stands.
 */
export function drawing(lines: string, root = ''): string {
  const body = lines.split('\n').map(lineOf).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gc="urn:guicheng:bpmn:1" id="diagram" targetNamespace="urn:guicheng:test">
${ROOT}${root}
<process id="p" isExecutable="true">
${body}
</process>
</definitions>`;
}

const KINDS: { readonly [word: string]: string } = {
  user: 'userTask',
  task: 'task',
  service: 'serviceTask',
  start: 'startEvent',
  end: 'endEvent',
  throw: 'intermediateThrowEvent',
  catch: 'intermediateCatchEvent',
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  first: 'eventBasedGateway',
};

function lineOf(line: string): string {
  const text = line.trim();
  if (/^[\w-]+( > [\w-]+)+$/.test(text)) {
    const ids = text.split(' > ');
    return ids
      .slice(1)
      .map((id, index) => `<sequenceFlow id="${ids[index]}-${id}" sourceRef="${ids[index]}" targetRef="${id}" />`)
      .join('');
  }
  const [, done, undoing] = /^undo ([\w-]+) by ([\w-]+)$/.exec(text) ?? [];
  if (done) {
    return `<boundaryEvent id="${done}-undo" attachedToRef="${done}">${EVENT.compensate}</boundaryEvent>
      <userTask id="${undoing}" isForCompensation="true" /><association id="${done}-by" sourceRef="${done}-undo" targetRef="${undoing}" />`;
  }
  const [, host, id = '', rest = ''] = /^(?:(?:on|beside) ([\w-]+)) ([\w-]+)(.*)$/.exec(text) ?? [];
  if (host) {
    const cancels = text.startsWith('on ');
    return `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${cancels}">${inner(rest)}</boundaryEvent>`;
  }
  const [, word = '', name = '', more = ''] = /^(\w+) ([\w-]+)(.*)$/.exec(text) ?? [];
  const kind = KINDS[word];
  if (!kind) return inner(text);
  const attributes = / \(([^)]*)\)/.exec(more)?.[1] ?? '';
  return `<${kind} id="${name}" ${attributes}>${inner(more.replace(/ \([^)]*\)/, ''))}</${kind}>`;
}

/** `{error}` stands for its event definition. */
const inner = (text: string): string => text.replace(/\{(\w+)\}/g, (_, kind: string) => EVENT[kind as keyof typeof EVENT] ?? '');

/** A story over such a drawing. */
export const storyOn = async (lines: string, root = ''): Promise<Story> => new Story(plansOf(await processesIn(drawing(lines, root)), 'p'));
