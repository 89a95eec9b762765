import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../../../chance.ts';
import { accessFor, entriesOf, hiddenAt, turned } from '../../../../../packages/modeler/src/studio/panel/form/entries.ts';
import { accessesOf, fieldsOf, type FieldPlain } from '../../../../../packages/modeler/src/studio/panel/form/fieldPlain.ts';
import { renamed } from '../../../../../packages/modeler/src/studio/file/named.ts';
import {
  addField,
  changeField,
  deleteField,
  hideField,
  moveField,
  nextBehind,
  showFields,
  type FormPlace,
} from '../../../../../packages/modeler/src/studio/panel/form/formCommands.ts';
import { COLUMN_TYPES, FIELD_WORDS } from '../../../../../packages/modeler/src/studio/fieldTypes.ts';
import { freshField, retyped } from '../../../../../packages/modeler/src/studio/panel/form/freshField.ts';
import { newKey } from '../../../../../packages/modeler/src/studio/panel/form/newKey.ts';
import { processOf } from '../../../../../packages/modeler/src/studio/file/process.ts';
import { putPattern } from '../../../../../packages/modeler/src/studio/panel/form/fieldSeries.ts';
import { takenKeys } from '../../../../../packages/modeler/src/studio/panel/form/takenKeys.ts';
import { usesOf } from '../../../../../packages/modeler/src/studio/panel/form/uses.ts';
import { dropped } from '../../../../../packages/modeler/src/studio/panel/form/designer/dropped.ts';
import { compileForm } from '../../../../../packages/runtime/src/form/compile.ts';
import { checkDiagram } from '../../../../../packages/runtime/src/diagram/check.ts';
import { FIELD_TYPES } from '../../../../../packages/runtime/src/diagram/office.ts';
import { id } from '../../../../../packages/runtime/src/words/ids.ts';
import { documents, openDesk, type Desk } from '../desk.ts';

const formAt = (desk: Desk, step: string): FormPlace => {
  const drawn = desk.drawn(step);
  const process = processOf(drawn);
  if (!process) throw new Error(`${step} is in no process`);
  return { modeler: desk, process, step: drawn };
};

const formOf = async (desk: Desk, step: string) => {
  const { processes } = await desk.model();
  const process = processes.find(({ elements }) => elements.some((element) => element.id === step));
  if (!process) throw new Error(`no ${step}`);
  return { process, form: compileForm(process, id(step)) };
};

const opinion = (place: FormPlace): FieldPlain =>
  freshField({ name: '复核意见', language: 'zh', type: 'opinion', required: true }, takenKeys(place.process));

describe('A field that is added to a step', () => {
  test('is on its form, must be filled in there, and is nowhere else', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    const field = opinion(place);
    addField(place, field, nextBehind(place.process, ['proposal']));
    const { form } = await formOf(desk, 'in_propose');
    expect(form.fields.find(({ key }) => key === field.key)).toMatchObject({
      name: { zh: '复核意见' },
      type: 'opinion',
      access: 'write',
      required: true,
    });
    const { form: elsewhere } = await formOf(desk, 'in_instruct');
    expect(elsewhere.fields.map(({ key }) => key)).not.toContain(field.key);
  });

  test('stands where it was put, and leaves the others in their order', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    const before = fieldsOf(place.process).map(({ key }) => key);
    const field = opinion(place);
    addField(place, field, 'instruction');
    const after = (await formOf(desk, 'in_propose')).process.fields.map(({ key }) => key as string);
    expect(after.indexOf(field.key)).toBe(after.indexOf('instruction') - 1);
    expect(after.filter((key) => key !== field.key)).toEqual(before);
  });

  test('goes with one step of undo, and the file is what it was', async () => {
    const desk = await documents();
    const [place, before] = [formAt(desk, 'in_propose'), await desk.xml()];
    addField(place, opinion(place), null);
    expect(desk.steps()).toBe(1);
    desk.undo();
    expect(await desk.xml()).toBe(before);
    desk.redo();
    expect((await formOf(desk, 'in_propose')).form.fields.at(-1)?.name.zh).toBe('复核意见');
  });

  test('is the first of a process that had no form', async () => {
    const desk = await openDesk(
      `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><bpmn:process id="p" isExecutable="true"><bpmn:userTask id="step" /></bpmn:process></bpmn:definitions>`,
    );
    const place = formAt(desk, 'step');
    addField(place, opinion(place), null);
    expect((await formOf(desk, 'step')).form.fields.map(({ name }) => name.zh)).toEqual(['复核意见']);
  });

  test('of every kind has what it needs: options, columns, a series with a pattern', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    expect(FIELD_WORDS.map(([type]) => type).toSorted()).toEqual([...FIELD_TYPES].toSorted());
    for (const [type] of FIELD_WORDS) {
      const field = freshField({ name: type, language: 'en', type, required: false }, takenKeys(place.process));
      addField(place, field, null);
    }
    const { process, form } = await formOf(desk, 'in_propose');
    expect(form.fields.slice(-FIELD_WORDS.length).map(({ type }) => type)).toEqual(FIELD_WORDS.map(([type]) => type));
    const series = form.fields.find(({ type, name }) => type === 'series' && name.en === 'series')?.series;
    expect(process.office.series.find(({ key }) => key === series)?.pattern).toBe('〔{yyyy}〕{n}号');
    // a series is shared by every flow that names it: a new one is the flow's own
    expect(series).toBe('incoming_document_no');
    expect(form.fields.filter(({ type }) => type === 'choice' || type === 'choices').every(({ options }) => options.length >= 2)).toBe(
      true,
    );
    const tables = form.fields.filter(({ type }) => type === 'table');
    expect(tables.flatMap(({ columns }) => columns.map(({ type }) => COLUMN_TYPES.includes(type)))).toEqual([true]);
  });

  test('keeps a name with markup as mere text', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    const name = '<img src=x onerror="alert(1)"> & ]]> "\'';
    addField(place, freshField({ name, language: 'zh', type: 'text', required: false }, takenKeys(place.process)), null);
    expect((await formOf(desk, 'in_propose')).form.fields.at(-1)?.name.zh).toBe(name);
  });
});

describe('The key of a field', () => {
  test.each([
    ['Review opinion', 'reviewOpinion'],
    ['复核意见', 'field_1'],
    ['date', 'field_1'],
    ['contains', 'field_1'],
    ['constructor', 'field_1'],
    ['__proto__', 'field_1'],
    ['3 copies', 'field_1'],
    ['', 'field_1'],
    ['<b>', 'b'],
  ])('of “%s” is %s', (name, key) => {
    expect(newKey(name, 'field', new Set())).toBe(key);
  });

  test('is one that nobody has, and that FEEL and data take for a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (name, others) => {
        const key = newKey(name, 'field', new Set(others));
        expect(others).not.toContain(key);
        expect(key).toMatch(/^[a-z][A-Za-z0-9_]*$/);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test('meets no decision and nothing that a call or several people bring', async () => {
    const taken = takenKeys(formAt(await documents(), 'in_propose').process);
    for (const key of ['title', 'secrecy', 'department', 'replies']) expect(taken).toContain(key);
  });
});

describe('What a step shows', () => {
  test('stands in the order of the process, with what must be filled in there', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    const { form } = await formOf(desk, 'in_propose');
    expect(entriesOf(place.process, place.step.businessObject).map(({ field, mode, required }) => [field.key, mode, required])).toEqual(
      form.fields.map(({ key, access, required }) => [key, access, required]),
    );
  });

  test('changes between filling in, seeing and hiding; others stay as they were', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    showFields(place, [{ field: 'proposal', mode: 'read' }]);
    showFields(place, [{ field: 'dueDate', mode: 'write', required: false }]);
    hideField(place, 'title');
    const { form } = await formOf(desk, 'in_propose');
    expect(form.fields.map(({ key, access, required }) => [key, access, required])).toEqual([
      ['fromUnit', 'read', false],
      ['sourceNo', 'read', false],
      ['copies', 'read', false],
      ['urgency', 'read', false],
      ['receivedOn', 'read', false],
      ['files', 'read', false],
      ['receiptNo', 'read', false],
      ['proposal', 'read', false],
      ['readers', 'write', false],
      ['handlingDepts', 'write', false],
      ['dueDate', 'write', false],
    ]);
    expect(hiddenAt(place.process, place.step.businessObject).map(({ key }) => key)).toContain('title');
    expect(desk.steps()).toBe(3);
    for (const _ of [1, 2, 3]) desk.undo();
    expect((await formOf(desk, 'in_propose')).form.fields).toHaveLength(11);
  });

  test('says only where it differs from the field whether it must be filled in', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    const shownNow = () => entriesOf(place.process, place.step.businessObject).find(({ field }) => field.key === 'handlingDepts');
    const accessNow = () => accessesOf(place.step.businessObject).find(({ field }) => field === 'handlingDepts');
    const shown = shownNow();
    if (!shown) throw new Error('not shown');
    expect(accessNow()).toEqual({ field: 'handlingDepts', mode: 'write', required: false });
    showFields(place, [accessFor(shown.field, { mode: 'write', required: true })]);
    expect(accessNow()).toEqual({ field: 'handlingDepts', mode: 'write' });
    expect(shownNow()?.required).toBe(true);
    showFields(place, [turned(shown, 'read')]);
    const seen = shownNow();
    if (!seen) throw new Error('not shown');
    expect(accessNow()).toEqual({ field: 'handlingDepts', mode: 'read' });
    expect(turned(seen, 'write')).toEqual({ field: 'handlingDepts', mode: 'write' });
  });

  test('moves for all steps at once', async () => {
    const desk = await documents();
    moveField(formAt(desk, 'in_register'), 'receivedOn', 'title');
    for (const step of ['in_register', 'in_propose']) {
      const keys = (await formOf(desk, step)).form.fields.map(({ key }) => key as string);
      expect(keys.indexOf('receivedOn')).toBe(keys.indexOf('title') - 1);
    }
    desk.undo();
    moveField(formAt(desk, 'in_register'), 'title', null);
    expect((await formOf(desk, 'in_register')).process.fields.at(-1)?.key).toBe('title');
  });
});

describe('A field that is changed', () => {
  test('keeps its key, its other language and what other software noted on it', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    const [word] = place.process.get('extensionElements') ? [place.process] : [];
    expect(word).toBeDefined();
    const field = fieldsOf(place.process).find(({ key }) => key === 'proposal');
    if (!field) throw new Error('no proposal');
    changeField(place, renamed(field, 'zh', '拟办建议'));
    const changed = (await formOf(desk, 'in_propose')).process.fields.find(({ key }) => key === 'proposal');
    expect(changed).toMatchObject({ name: { zh: '拟办建议', en: 'Proposal' }, type: 'opinion', maximumLength: 1000 });
    desk.undo();
    expect((await formOf(desk, 'in_propose')).process.fields.find(({ key }) => key === 'proposal')?.name.zh).toBe('拟办意见');
  });

  test('loses with its kind only what the new kind does not know', () => {
    const field: FieldPlain = {
      key: 'a',
      name: '甲',
      type: 'choice',
      required: true,
      options: [{ value: 'x', name: '子' }],
      helps: [{ lang: 'zh', text: '说明' }],
    };
    expect(retyped(field, 'choices').options).toEqual(field.options);
    expect(retyped(field, 'text')).toEqual({ key: 'a', name: '甲', type: 'text', required: true, helps: field.helps });
    expect(retyped(field, 'table').columns).toHaveLength(1);
    expect(retyped({ ...field, type: 'number', minimum: 1 }, 'money').minimum).toBeUndefined();
  });

  test('options that get a name lose the English that only held the place, and the other way round', () => {
    const { options = [] } = freshField({ name: '类型', language: 'zh', type: 'choice', required: false }, new Set());
    const [first] = options;
    if (!first) throw new Error('no option');
    expect(renamed(first, 'zh', '事假')).toMatchObject({ name: '事假', names: [] });
    expect(renamed(first, 'en', 'Leave')).toMatchObject({ name: 'Leave', names: [{ lang: 'en', text: 'Leave' }] });
    const translated = renamed(renamed(first, 'zh', '事假'), 'en', 'Personal');
    expect(renamed(translated, 'zh', '病假')).toMatchObject({ name: '病假', names: [{ lang: 'en', text: 'Personal' }] });
  });

  test('of a series shows how its numbers are written', async () => {
    const desk = await documents();
    const { process } = formAt(desk, 'in_register');
    putPattern(desk, process, { key: 'receiptNo', pattern: '收文〔{yyyy}〕{n:3}号' });
    expect((await formOf(desk, 'in_register')).process.office.series[0]).toMatchObject({
      key: 'receiptNo',
      pattern: '收文〔{yyyy}〕{n:3}号',
      name: { en: 'Receipt number' },
    });
  });
});

describe('A field that is to go from the whole flow', () => {
  test('goes from every step that shows it, in one step of undo', async () => {
    const desk = await documents();
    const [place, before] = [formAt(desk, 'in_register'), await desk.xml()];
    expect(deleteField(place, 'receivedOn')).toEqual([]);
    expect(await desk.xml()).not.toContain('receivedOn');
    expect(desk.steps()).toBe(1);
    desk.undo();
    expect(await desk.xml()).toBe(before);
  });

  test.each([
    ['title', 'useTitle', 'incoming-document'],
    ['receiptNo', 'useNumber', 'incoming-document'],
    ['handlingDepts', 'useEach', 'in_handle'],
    ['dueDate', 'useDeadline', 'in_handle'],
    ['needReply', 'useCondition', 'in_reply_to_outgoing'],
    ['readers', 'useEach', 'in_circulate'],
  ])('“%s” stays while something uses it: %s at %s', async (key, what, at) => {
    const desk = await documents();
    const [place, before] = [formAt(desk, 'in_register'), await desk.xml()];
    const uses = deleteField(place, key);
    expect(uses.map((use) => use.what)).toContain(what);
    expect(uses.map((use) => use.at.id)).toContain(at);
    expect(await desk.xml()).toBe(before);
    expect(desk.steps()).toBe(0);
  });

  test('a condition on an arrow, and one of another field, are uses; its own condition is none', async () => {
    const desk =
      await openDesk(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" targetNamespace="urn:x"><bpmn:process id="p"><bpmn:extensionElements><gc:form>
      <gc:field key="a" name="甲" type="text" showWhen="a = null" /><gc:field key="b" name="乙" type="text" showWhen='a = "x"' /></gc:form></bpmn:extensionElements>
      <bpmn:task id="one" /><bpmn:task id="two" /><bpmn:sequenceFlow id="way" sourceRef="one" targetRef="two"><bpmn:conditionExpression>b != "a"</bpmn:conditionExpression></bpmn:sequenceFlow></bpmn:process></bpmn:definitions>`);
    const { process } = formAt(desk, 'one');
    expect(usesOf(process, 'a').map(({ what, field }) => [what, field])).toEqual([['useShowWhen', 'b']]);
    expect(usesOf(process, 'b').map(({ what, at }) => [what, at.id])).toEqual([['useCondition', 'way']]);
  });

  test('of any shipped flow never leaves anything that asks for it', async () => {
    for (const step of ['in_register', 'out_draft']) {
      const desk = await documents();
      const place = formAt(desk, step);
      for (const { key } of fieldsOf(place.process)) deleteField(place, key);
      const diagram = await desk.model();
      const findings = checkDiagram(diagram, {}).filter(({ rule }) => rule === 'unknownField' || rule === 'unknownName');
      expect(findings).toEqual([]);
    }
  });
});

describe('Dropping on the form', () => {
  const naming = { language: 'zh', name: '新字段' } as const;

  test('a kind of field makes a new one there', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    const key = dropped(place, { what: 'new', type: 'date' }, { target: { mode: 'write', before: 'readers' }, naming });
    const keys = (await formOf(desk, 'in_propose')).form.fields.map((field) => field.key as string);
    expect(keys.indexOf(key)).toBe(keys.indexOf('readers') - 1);
    expect(desk.steps()).toBe(1);
  });

  test('a new field’s key is not made of the name that only holds the place', async () => {
    const place = formAt(await documents(), 'in_propose');
    const english = { language: 'en', name: 'New field: Date' } as const;
    expect(dropped(place, { what: 'new', type: 'date' }, { target: { mode: 'write', before: null }, naming: english })).toMatch(
      /^field_\d+$/,
    );
  });

  test('a field of the other part moves and is filled in there', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    dropped(place, { what: 'shown', key: 'copies' }, { target: { mode: 'write', before: null }, naming });
    const { form } = await formOf(desk, 'in_propose');
    expect(form.fields.at(-1)).toMatchObject({ key: 'copies', access: 'write', required: true });
    desk.undo();
    expect((await formOf(desk, 'in_propose')).form.fields.find(({ key }) => key === 'copies')?.access).toBe('read');
  });

  test('a field where it stands already changes nothing, and is no step of undo', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    dropped(place, { what: 'shown', key: 'proposal' }, { target: { mode: 'write', before: 'proposal' }, naming });
    dropped(place, { what: 'shown', key: 'handlingDepts' }, { target: { mode: 'write', before: null }, naming });
    expect(desk.steps()).toBe(0);
  });

  test('a known field is shown, and nothing is asked twice', async () => {
    const desk = await documents();
    const place = formAt(desk, 'in_propose');
    dropped(place, { what: 'known', key: 'dueDate' }, { target: { mode: 'read', before: 'title' }, naming });
    expect((await formOf(desk, 'in_propose')).form.fields[0]).toMatchObject({ key: 'dueDate', access: 'read' });
  });
});

describe('Any sequence of changes to forms', () => {
  type Change = (place: FormPlace, pick: (index: number) => string | null) => void;
  const types = FIELD_TYPES;
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(fc.constantFrom(...types), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.boolean(), fc.nat()).map(
      ([type, name, required, at]): Change =>
        (place, pick) => {
          const field = freshField({ name: name.trim() || '无名', language: 'zh', type, required }, takenKeys(place.process));
          addField(place, field, pick(at));
        },
    ),
    fc.tuple(fc.nat(), fc.nat()).map(
      ([which, before]): Change =>
        (place, pick) =>
          moveField(place, pick(which) ?? '', pick(before)),
    ),
    fc.tuple(fc.nat(), fc.constantFrom('read', 'write'), fc.boolean()).map(
      ([which, mode, required]): Change =>
        (place, pick) => {
          const field = pick(which);
          if (field) showFields(place, [{ field, mode, required }]);
        },
    ),
    fc.nat().map(
      (which): Change =>
        (place, pick) =>
          hideField(place, pick(which) ?? ''),
    ),
    fc.nat().map(
      (which): Change =>
        (place, pick) =>
          void deleteField(place, pick(which) ?? ''),
    ),
    fc.tuple(fc.nat(), fc.constantFrom(...types)).map(
      ([which, type]): Change =>
        (place, pick) => {
          const field = fieldsOf(place.process).find(({ key }) => key === pick(which));
          const made = field && retyped(field, type);
          if (!made) return;
          changeField(place, made);
        },
    ),
    fc.tuple(fc.nat(), fc.constantFrom('write' as const, 'read' as const), fc.nat()).map(
      ([which, mode, before]): Change =>
        (place, pick) => {
          const [key, at] = [pick(which), pick(before)];
          if (key)
            dropped(
              place,
              { what: 'shown', key },
              { target: { mode, before: at === key ? null : at }, naming: { language: 'zh', name: '' } },
            );
        },
    ),
  );

  test('leaves a diagram that is read, whose forms compile and ask only for fields that are there; and undone, the file as it was', async () => {
    const fresh = await documents();
    const before = await fresh.xml();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(change, fc.constantFrom('in_start', 'in_register', 'in_propose')), { maxLength: 10 }),
        async (changes) => {
          const desk = await openDesk(before);
          for (const [make, step] of changes) {
            const place = formAt(desk, step);
            const keys = fieldsOf(place.process).map(({ key }) => key);
            make(place, (index) => keys[index % (keys.length + 1)] ?? null);
          }
          const diagram = await desk.model();
          const [process] = diagram.processes;
          if (!process) throw new Error('no process');
          const keys = process.fields.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          for (const step of process.elements) {
            const asked = step.office.access.map(({ field }) => field);
            expect(asked.filter((field) => !keys.includes(field as never))).toEqual([]);
            expect(new Set(asked).size).toBe(asked.length);
            expect(compileForm(process, step.id).fields.map(({ key }) => key)).toEqual(keys.filter((key) => asked.includes(key)));
          }
          const broken = checkDiagram(diagram, {}).filter(({ rule }) => ['unknownField', 'unknownName', 'duplicateField'].includes(rule));
          expect(broken).toEqual([]);
          while (desk.steps() > 0) desk.undo();
          expect(await desk.xml()).toBe(before);
        },
      ),
      { numRuns: 15, seed: 4 },
    );
  });
});
