import { describe, expect, test } from '@jest/globals';
import { sameXml } from '../../../../packages/modeler/src/studio/canvas/fidelity/sameXml.ts';
import { editedBy, foreign, textOf, type Thing } from './fixtures.ts';

describe('What was not edited stays to the byte', () => {
  test.each(foreign)('%s', async (file) => {
    const xml = textOf(file);
    expect(await editedBy(xml, () => undefined)).toBe(xml);
  });

  test('also `messageVisibleKind`, which bpmn-moddle drops, beside an edit of its own edge', async () => {
    const xml = textOf('camunda8.bpmn');
    const saved = await editedBy(xml, ({ byId }) => ((byId('m1_di').get('waypoint')[0] as unknown as { x: number }).x += 10));
    expect(saved).toBe(xml.replace('<di:waypoint x="320" y="180" />', '<di:waypoint x="330" y="180" />'));
  });
});

describe('What was edited is changed where it stands, and nothing else', () => {
  test('a name, in the file’s own quotes and order, its comment kept', async () => {
    const xml = textOf('bpmn2.bpmn');
    const saved = await editedBy(xml, ({ byId }) => byId('StartEvent_1').set('name', '收到 "来文" & <more>\n2'));
    expect(saved).toBe(xml.replace(`name='it is "so"'`, 'name="收到 &quot;来文&quot; &amp; &lt;more&gt;&#10;2"'));
  });

  test('a text, whole', async () => {
    const xml = textOf('camunda7.bpmn');
    const saved = await editedBy(xml, ({ byId }) => byId('note').set('text', 'a < b'));
    expect(sameXml(xml.replace('see the rules,\nchapter 3', 'a &lt; b'), saved)).toEqual([]);
  });

  test('an attribute that goes, with the space before it', async () => {
    const xml = textOf('camunda7.bpmn');
    expect(await editedBy(xml, ({ byId }) => byId('enough').set('default', undefined))).toBe(xml.replace(' default="f4"', ''));
  });

  test('a step that is removed, with its line; what the file says beside it stays', async () => {
    const xml = textOf('bpmn2.bpmn');
    const saved = await editedBy(xml, ({ byId }) => {
      const process = byId('Process_1');
      process.set(
        'flowElements',
        process.get('flowElements').filter(({ id }) => id !== 'EndEvent_1'),
      );
    });
    expect(saved).not.toContain('EndEvent_1" name=""');
    expect(saved).toContain('<ext:sibling note="stands where BPMN knows no element">');
    expect(saved.split('\n').length).toBe(xml.split('\n').length - 4);
  });

  test('a step that becomes one of another kind, drawn by another shape, keeps what other tools say of both', async () => {
    const saved = await editedBy(textOf('camunda7.bpmn'), ({ moddle, byId }) => {
      const [process, plane, old] = [byId('reimbursement'), byId('BPMNPlane_1'), byId('review')];
      const task = moddle.create('bpmn:ManualTask', {
        id: 'review',
        name: '审核',
        incoming: old.get('incoming'),
        outgoing: old.get('outgoing'),
      });
      replace(process, 'flowElements', { old, by: task });
      for (const [id, name] of [
        ['review_di', 'bpmnElement'],
        ['start_di', 'id'],
      ] as const) {
        const shape = byId(id);
        const by = moddle.create('bpmndi:BPMNShape', {
          id: shape.id,
          bpmnElement: shape.bpmnElement,
          bounds: shape.bounds,
          label: shape.label,
        });
        by.set(name, name === 'id' ? 'start_again_di' : task);
        replace(plane, 'planeElement', { old: shape, by });
      }
    });
    expect(saved).toContain(
      '<bpmn:manualTask id="review" name="审核" camunda:assignee="${starter}" camunda:candidateGroups="finance, audit" camunda:dueDate="${dueDate}">\n      <bpmn:extensionElements>\n        <camunda:formData',
    );
    expect(saved).toContain('<bpmndi:BPMNShape id="start_again_di" bpmnElement="start" acme:seen="yes">');
    expect(saved).toContain('<bpmndi:BPMNShape id="review_di" bpmnElement="review">');
    expect(sameXml(saved, saved)).toEqual([]);
  });

  test('a step that moves into another process takes along all that is said in it', async () => {
    const saved = await editedBy(textOf('semantic.bpmn'), ({ byId }) => {
      const [from, to, step] = [byId('main'), byId('other'), byId('u')];
      from.set(
        'flowElements',
        from.get('flowElements').filter((one) => one !== step),
      );
      to.get('flowElements').push(step);
    });
    const other = saved.slice(saved.indexOf('<semantic:process id="other"'));
    expect(other).toContain('<semantic:rendering id="rend"/>');
    expect(other).toContain('<semantic:potentialOwner id="po">');
    expect(saved.match(/id="u"/g)).toHaveLength(1);
  });
});

describe('What is added', () => {
  const word = (moddle: { create(type: string, properties: object): Thing }) =>
    moddle.create('gc:Guidance', { lang: 'zh', text: '先看 <原件>' });

  test('stands where BPMN wants it, laid out as the file is, in a namespace that the root declares', async () => {
    const xml = textOf('bom-crlf.bpmn');
    const saved = await editedBy(xml, ({ moddle, byId }) =>
      byId('enough').set('extensionElements', moddle.create('bpmn:ExtensionElements', { values: [word(moddle)] })),
    );
    expect(saved).toContain(
      'camunda:asyncBefore="true">\r\n      <bpmn:extensionElements>\r\n        <gc:guidance lang="zh">先看 &lt;原件&gt;</gc:guidance>\r\n      </bpmn:extensionElements>\r\n      <bpmn:incoming>f2',
    );
    expect(saved).toMatch(/^<\?xml[^>]*>\r\n<!--[^>]*-->\r\n<bpmn:definitions xmlns:gc="urn:guicheng:bpmn:1" /);
  });

  test('speaks the file’s own prefixes, and none where BPMN is the default', async () => {
    const saved = await editedBy(textOf('flowable.bpmn20.xml'), ({ moddle, byId }) =>
      byId('leave')
        .get('flowElements')
        .push(moddle.create('bpmn:UserTask', { id: 'new', name: '复核' })),
    );
    expect(saved).toContain('\n    <userTask id="new" name="复核" />\n  </process>');
  });

  test('opens an element that was empty', async () => {
    const saved = await editedBy(textOf('signavio.bpmn'), ({ moddle, byId }) =>
      (byId('sid-proc').extensionElements as Thing).get('values').push(word(moddle)),
    );
    expect(saved).toContain(
      '      <extensionElements>\n         <gc:guidance lang="zh">先看 &lt;原件&gt;</gc:guidance>\n      </extensionElements>',
    );
  });

  test('leaves foreign words of the same element alone', async () => {
    const xml = textOf('camunda7.bpmn');
    const saved = await editedBy(xml, ({ moddle, byId }) => (byId('review').extensionElements as Thing).get('values').push(word(moddle)));
    expect(saved.replace(/\s*<gc:guidance.*<\/gc:guidance>/, '').replace(' xmlns:gc="urn:guicheng:bpmn:1"', '')).toBe(xml);
  });
});

describe('An order that means nothing to the editor is the file’s', () => {
  test('a step that was away and came back stands where it stood', async () => {
    const xml = textOf('camunda7.bpmn');
    const saved = await editedBy(xml, ({ byId }) => {
      const elements = byId('reimbursement').get('flowElements');
      elements.push(...elements.splice(1, 2));
      byId('review').get('incoming').reverse();
    });
    expect(saved).toBe(xml);
  });

  test('`incoming` and `outgoing` that a file does without are written for edited flows only', async () => {
    const xml = textOf('flowable.bpmn20.xml');
    const saved = await editedBy(xml, ({ moddle, byId }) => {
      byId('approve').set('outgoing', [byId('sid-2')]);
      const flow = moddle.create('bpmn:SequenceFlow', { id: 'new', sourceRef: byId('sid-script'), targetRef: byId('sid-end') });
      byId('sid-script').set('outgoing', [flow]);
      byId('leave').get('flowElements').push(flow);
    });
    expect(saved.match(/<outgoing>[^<]*/g)).toEqual(['<outgoing>new']);
  });
});

function replace(owner: Thing, list: string, { old, by }: { readonly old: Thing; readonly by: Thing }): void {
  owner.set(
    list,
    owner.get(list).map((one) => (one === old ? by : one)),
  );
}
