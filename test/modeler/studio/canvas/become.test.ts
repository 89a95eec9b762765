/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals';
import { limitOnto } from '../../../../packages/modeler/src/studio/canvas/limit/limitOnto.ts';
import { choicesFor, type Target } from '../../../../packages/modeler/src/studio/canvas/replace/choice.ts';
import { linesOf, linesOnlyIn, openDesk, shipped, type Desk } from './desk.ts';

const documents = shipped('04-electronic-documents.bpmn');

/** The diagram with a word more in what is said of an element. */
const within = (id: string, word: string): string =>
  documents.replace(new RegExp(`( id="${id}"[^>]*>\\s*<bpmn:extensionElements>)`), `$1${word}`);

const become = (desk: Desk, id: string, target: Target): void =>
  desk.editor
    .get<{ execute(command: string, context: object): void }>('commandStack')
    .execute('office.become', { element: desk.drawn(id), target });

describe('A step that becomes something else', () => {
  test('keeps its id, names, arrows, lane and all that is said of it', async () => {
    const desk = await openDesk(documents);
    const before = await desk.xml();
    become(desk, 'in_propose', { type: 'bpmn:ManualTask' });
    const after = await desk.xml();
    expect(linesOnlyIn(before, after)).toEqual(['</bpmn:userTask>', '<bpmn:userTask id="in_propose" name="收文拟办">']);
    expect(linesOnlyIn(after, before)).toEqual(['</bpmn:manualTask>', '<bpmn:manualTask id="in_propose" name="收文拟办">']);
  });

  test('is undone in one step', async () => {
    const desk = await openDesk(documents);
    const before = linesOf(await desk.xml());
    become(desk, 'in_propose', { type: 'bpmn:ServiceTask' });
    expect(desk.undoAll()).toBe(1);
    expect(linesOf(await desk.xml())).toEqual(before);
  });

  test('keeps its time limits', async () => {
    const desk = await openDesk(documents);
    const limit = limitOnto(desk.editor, desk.drawn('in_propose'));
    become(desk, 'in_propose', { type: 'bpmn:ManualTask' });
    expect(limit.host?.id).toBe('in_propose');
    expect(limit.businessObject.get('attachedToRef')).toBe(desk.drawn('in_propose').businessObject);
  });

  test('keeps what other software wrote on it', async () => {
    const foreign = documents
      .replace('xmlns:gc=', 'xmlns:other="urn:other" xmlns:gc=')
      .replace('<bpmn:userTask id="in_propose"', '<bpmn:userTask other:colour="red" id="in_propose"')
      .replace(
        /(<bpmn:userTask [^>]*id="in_propose"[^>]*>\s*<bpmn:extensionElements>)/,
        '$1<other:note by="them"><other:deep>x</other:deep></other:note>',
      );
    const desk = await openDesk(foreign);
    become(desk, 'in_propose', { type: 'bpmn:ManualTask' });
    const after = await desk.xml();
    expect(after).toMatch(/<bpmn:manualTask [^>]*other:colour="red"/);
    expect(after).toContain('<other:note by="them">');
    expect(after).toContain('<other:deep>x</other:deep>');
  });

  test('does not take along what means nothing there', async () => {
    const desk = await openDesk(within('in_propose', '<gc:set from="1" to="one" />'));
    become(desk, 'in_propose', { type: 'bpmn:ServiceTask' });
    expect(await desk.xml()).toContain('<gc:set from="1" to="one" />');
    become(desk, 'in_propose', { type: 'bpmn:UserTask' });
    expect(await desk.xml()).not.toContain('<gc:set from="1" to="one" />');
    expect(await desk.xml()).toContain('<gc:name lang="en">Propose handling</gc:name>');
  });

  test('is done by several and by one again, and its list stays from at once to in turn', async () => {
    const desk = await openDesk(documents);
    become(desk, 'in_propose', { type: 'bpmn:UserTask', many: 'parallel' });
    const loop = desk.drawn('in_propose').businessObject.get('loopCharacteristics');
    become(desk, 'in_propose', { type: 'bpmn:UserTask', many: 'sequential' });
    expect(desk.drawn('in_propose').businessObject.get('loopCharacteristics')).toBe(loop);
    become(desk, 'in_propose', { type: 'bpmn:UserTask' });
    expect(desk.drawn('in_propose').businessObject.get('loopCharacteristics')).toBeUndefined();
    expect(desk.undoAll()).toBe(3);
  });
});

describe('A branch that becomes another kind of branch', () => {
  test('keeps its id, its name and which way is taken otherwise', async () => {
    const desk = await openDesk(documents);
    become(desk, 'in_secret', { type: 'bpmn:InclusiveGateway' });
    expect(await desk.xml()).toContain('<bpmn:inclusiveGateway id="in_secret" name="涉密？" default="in_secret_to_propose">');
  });
});

describe('What an element can become', () => {
  test('is never what it is already, what is wanted often before what is wanted seldom', async () => {
    const desk = await openDesk(documents);
    const words = choicesFor(desk.drawn('in_propose')).map(({ word }) => word);
    expect(words).not.toContain('step');
    expect(words).toEqual([
      'manyAtOnce',
      'manyInTurn',
      'manual',
      'automatic',
      'send',
      'receive',
      'call',
      'subProcess',
      'byRule',
      'repeated',
      'anyOrder',
      'allOrNothing',
    ]);
  });
});
