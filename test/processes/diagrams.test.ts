import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { checkDiagram } from '../../packages/runtime/src/diagram/check.ts';
import { evaluateCondition } from '../../packages/runtime/src/diagram/feel/condition.ts';
import type { Diagram, Element, Process } from '../../packages/runtime/src/diagram/model.ts';
import type { Field } from '../../packages/runtime/src/diagram/office.ts';
import { parseDiagram } from '../../packages/runtime/src/diagram/parse.ts';
import { type ProcessKey, id } from '../../packages/runtime/src/words/ids.ts';
import type { Data } from '../../packages/runtime/src/words/json.ts';
import type { Text } from '../../packages/runtime/src/words/text.ts';
import { type Box, type SeedFlow, seedFlows } from './seed.ts';

const FILES = ['04-electronic-documents', '06-seal-use'];
const PREFIX: { readonly [key: string]: string } = { 'incoming-document': 'in_', 'outgoing-document': 'out_', 'seal-use': '' };
const processes = new Map<string, Process>();
const diagrams = new Map<string, Diagram>();
const organization = JSON.parse(readFileSync(new URL('../../processes/organization.json', import.meta.url), 'utf8')) as {
  readonly posts: readonly { readonly id: string }[];
};

beforeAll(async () => {
  for (const name of FILES) {
    const parsed = await parseDiagram(readFileSync(new URL(`../../processes/${name}.bpmn`, import.meta.url)));
    if (!parsed.ok) throw new Error(`${name}: ${parsed.culprit} ${parsed.expected.en}`);
    expect(parsed.warnings).toEqual([]);
    diagrams.set(name, parsed.diagram);
    for (const process of parsed.diagram.processes) processes.set(process.key, process);
  }
});

const processOf = (key: string): Process => {
  const process = processes.get(key);
  if (!process) throw new Error(`no process ${key}`);
  return process;
};
const step = (key: string, name: string): Element => {
  const element = processOf(key).elements.find((one) => one.id === name);
  if (!element) throw new Error(`no element ${name}`);
  return element;
};
const boxElement = (flow: SeedFlow, box: Box): Element => step(flow.key, `${PREFIX[flow.key]}${box.element}`);
/** Whom a step goes to: its own post, else its lane's. */
const postOf = (key: string, element: Element): string | undefined => {
  const lane = processOf(key).lanes.find(({ id }) => id === element.lane)?.post;
  const { assignment } = element.office;
  return (assignment?.kind === 'post' ? assignment.post : undefined) ?? lane;
};

describe.each(FILES)('%s', (name) => {
  test('every rule holds, with everything it calls', () => {
    const known = { processes: [...processes.keys()] as ProcessKey[] };
    expect(checkDiagram(diagrams.get(name) as Diagram, known)).toEqual([]);
  });

  test('every word for people stands in both languages', () => {
    const missing: string[] = [];
    const both = (place: string, text: Text | undefined) => {
      if (text && !(text.zh && text.en)) missing.push(`${place}: ${text.zh}`);
    };
    const field = (one: Field, place: string): void => {
      both(place, one.name);
      both(`${place} help`, one.help);
      for (const option of one.options) both(`${place} ${option.value}`, option.name);
      for (const column of one.columns) field(column, `${place}.${column.key}`);
    };
    const diagram = diagrams.get(name) as Diagram;
    both('file', diagram.name);
    for (const place of [...diagram.pools, ...diagram.messageFlows]) both(place.id, place.name);
    for (const process of diagram.processes) {
      both(process.key, process.name);
      both(`${process.key} guidance`, process.office.guidance);
      for (const one of process.fields) field(one, one.key);
      for (const lane of process.lanes) both(lane.id, lane.name);
      for (const flow of process.flows) if (flow.name.zh || flow.name.en) both(flow.id, flow.name);
      for (const series of process.office.series) both(series.key, series.name);
      for (const link of process.office.links) both(link.to, link.what);
      for (const { id: place, name: title, office } of process.elements) {
        both(place, title);
        both(`${place} guidance`, office.guidance);
        for (const text of [...office.originals, ...office.checklist]) both(place, text);
        for (const { risk, control } of office.risks) [risk, control].forEach((text) => both(`${place} risk`, text));
        for (const deadline of office.deadlines) both(deadline.id, deadline.name);
        both(`${place} decision`, office.decision?.name);
        for (const option of office.decision?.options ?? []) both(`${place} ${option.value}`, option.name);
      }
    }
    expect(missing).toEqual([]);
  });

  test('every element has a name, says where it comes from, and every step tells a newcomer what to do', () => {
    const silent = (diagrams.get(name) as Diagram).processes.flatMap(({ elements }) =>
      elements.filter(
        ({ name: title, type, office }) =>
          !title.zh || !office.origin || (/Task|callActivity/.test(type) && (office.guidance?.zh.length ?? 0) < 20),
      ),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('what leads away from a decision is named on the arrow', () => {
    for (const { elements, flows } of (diagrams.get(name) as Diagram).processes) {
      const choosing = new Set(
        elements.filter(({ type, outgoing }) => type === 'exclusiveGateway' && outgoing.length > 1).map(({ id }) => id),
      );
      expect(flows.filter(({ from, name: title }) => choosing.has(from) && !title.zh).map(({ id }) => id)).toEqual([]);
    }
  });

  test('its lanes and steps name posts that the office has', () => {
    const posts = new Set(organization.posts.map(({ id }) => id));
    for (const process of (diagrams.get(name) as Diagram).processes) {
      const named = [
        ...process.lanes.map(({ post }) => post ?? ''),
        ...process.elements.flatMap(({ office: { assignment, risks } }) => [
          ...(assignment?.kind === 'post' ? [assignment.post] : []),
          ...risks.map(({ post }) => post),
        ]),
        ...process.office.starters.flatMap((starter) => (starter.kind === 'post' ? [starter.post] : [])),
      ];
      expect(named.filter((post) => !posts.has(post))).toEqual([]);
    }
  });
});

describe.each(seedFlows.map((flow) => [flow.key, flow] as const))('%s keeps to the paper', (key, flow) => {
  test('it bears the names and the number of the paper', () => {
    const process = processOf(key);
    expect({ ...process.name, number: process.office.number, executable: process.executable }).toEqual({
      zh: flow.zh,
      en: flow.en,
      number: Number(flow.no),
      executable: true,
    });
  });

  test.each(flow.boxes.map((box) => [box.zh, box] as const))('%s', (zh, box) => {
    const element = boxElement(flow, box);
    expect(element.name.zh).toBe(zh);
    expect(element.office.origin?.kind).toBe('source');
    expect(postOf(key, element)).toBe(box.who);
    expect(element.type).toMatch(box.kind === 'start' ? 'startEvent' : box.kind === 'end' ? 'endEvent' : 'userTask');
    const limits = element.office.deadlines
      .filter(({ words }) => words)
      .map(({ when, amount, unit, words }) => ({ when: when ?? null, value: amount, unit, words }));
    expect(limits).toEqual(box.limits ?? []);
    if (box.decides) {
      expect(element.office.decision?.key).toBe(box.decides.key);
      expect(element.office.decision?.options.map(({ value }) => value)).toEqual(box.decides.values);
    }
  });

  test('nothing but the boxes claims to come from the paper', () => {
    const boxes = flow.boxes.map((box) => boxElement(flow, box).id);
    expect(
      processOf(key)
        .elements.filter(({ office }) => office.origin?.kind === 'source')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...boxes].sort());
  });

  test('every field of the reading is in the form, or is a decision', () => {
    const process = processOf(key);
    const known = new Set(process.fields.map(({ key: field }) => field));
    expect(flow.fields.filter((field) => !known.has(field.key)).map((field) => field.key)).toEqual([]);
  });

  test('every link of the reading is told, at an element that exists', () => {
    const { office, elements } = processOf(key);
    expect(office.links.map(({ to, kind }) => `${kind} ${to}`).sort()).toEqual(flow.links.map(({ to, kind }) => `${kind} ${to}`).sort());
    for (const link of office.links) expect(elements.some((element) => element.id === link.at)).toBe(true);
  });

  test('every field can be filled in, is passed in, or brought back by a call – and what a call brings back has a field', () => {
    const { fields, elements } = processOf(key);
    const passedIn = new Set(
      [...processes.values()].flatMap((other) =>
        other.elements.flatMap(({ call }) => (call?.key === key ? call.in.map(({ to }) => to) : [])),
      ),
    );
    const written = new Set(
      elements.flatMap(({ office }) => office.access.filter(({ access }) => access === 'write').map(({ field }) => field)),
    );
    const back = elements.flatMap(({ call }) => call?.out.map(({ to }) => to) ?? []);
    const keys = fields.map((field) => field.key);
    expect(keys.filter((field) => !written.has(field) && !passedIn.has(field) && !back.includes(field))).toEqual([]);
    const decided = new Set(elements.flatMap(({ office }) => office.decision?.key ?? []));
    const readByArrows = (name: string): boolean => processOf(key).flows.some((one) => one.condition?.includes(name));
    expect(back.filter((name) => !keys.includes(name) && !decided.has(name) && !readByArrows(name))).toEqual([]);
  });

  test('whatever a person decides, one arrow is meant, and every arrow is meant by some decision', () => {
    const process = processOf(key);
    const at = id<'utc'>('2026-11-24T01:00:00.000Z');
    for (const decision of process.elements.flatMap(({ office }) => office.decision ?? [])) {
      const read = process.elements.filter(({ id: gateway }) =>
        process.flows.some(({ from, condition }) => from === gateway && condition?.includes(`${decision.key} `)),
      );
      expect(read.length).toBeGreaterThan(0);
      for (const gateway of read) {
        const ways = process.flows.filter(({ from }) => from === gateway.id);
        const taken = new Set<string>();
        for (const option of decision.options) {
          for (const sealKind of ['issued', 'other']) {
            const data: Data = { sealKind, [decision.key]: option.value };
            const held = ways.filter(({ condition }) => condition && evaluateCondition(condition, data, at).value === true);
            expect(held.length + (gateway.defaultFlow ? 1 : 0)).toBeGreaterThan(0);
            expect(held.length).toBeLessThan(2);
            taken.add(held[0]?.id ?? gateway.defaultFlow ?? '');
          }
        }
        expect([...taken].sort()).toEqual(ways.map(({ id: way }) => way).sort());
      }
    }
  });
});

test('what is passed into a call is what the called process asks for, and what comes out is kept', () => {
  for (const process of processes.values()) {
    for (const { call } of process.elements) {
      if (!call) continue;
      const called = processOf(call.key);
      const known = new Set([
        ...called.fields.map(({ key }) => key),
        ...called.elements.flatMap(({ office }) => (office.decision ? [office.decision.key] : [])),
      ]);
      expect(call.in.map(({ to }) => to).filter((name) => !known.has(name))).toEqual([]);
      expect(call.out.map(({ from }) => from).filter((name) => !known.has(name))).toEqual([]);
      const start = called.elements.find(({ type, parent }) => type === 'startEvent' && parent === null);
      const asked = (start?.office.access ?? []).filter(
        ({ access, field }) => access === 'write' && called.fields.find(({ key }) => key === field)?.required,
      );
      expect(asked.map(({ field }) => field).filter((field) => !call.in.some(({ to }) => to === field))).toEqual([]);
    }
  }
});

test('an answer is drafted by the leading department and bears the title of what it answers', () => {
  const outgoing = step('incoming-document', 'in_outgoing').call;
  expect(outgoing?.key).toBe('outgoing-document');
  expect(outgoing?.in.map(({ to }) => to)).toEqual(['title', 'urgency', 'draftUnit', 'answerTo']);
  expect(step('outgoing-document', 'out_draft').office.assignment).toEqual({
    kind: 'post',
    post: 'drafter',
    unit: { kind: 'field', field: 'draftUnit' },
  });
});

test('who signs for a leader is the director, and nobody seals what they approved', () => {
  expect(step('seal-use', 'director_sign').office.assignment).toEqual({ kind: 'post', post: 'director', unit: { kind: 'wholeOffice' } });
  expect(step('seal-use', 'check').office.notSameAs).toEqual(['fill', 'head_sign', 'leader_sign', 'director_sign']);
});

test('every message flow of the pictures ends where a message is sent or awaited', () => {
  for (const diagram of diagrams.values()) {
    const places = new Set([
      ...diagram.pools.map(({ id: pool }) => pool),
      ...diagram.processes.flatMap(({ elements }) => elements.map(({ id: one }) => one)),
    ]);
    for (const flow of diagram.messageFlows) expect(places.has(flow.from) && places.has(flow.to)).toBe(true);
    const sending = diagram.processes.flatMap(({ elements }) =>
      elements.filter(({ type, triggers }) => type === 'endEvent' && triggers.some(({ kind }) => kind === 'message')),
    );
    for (const { id: end } of sending) expect(diagram.messageFlows.some(({ from }) => from === end)).toBe(true);
  }
});

test('every element and every arrow of a file has its place in the picture, and no two ids are the same in an office', () => {
  const all: string[] = [];
  for (const name of FILES) {
    const xml = readFileSync(new URL(`../../processes/${name}.bpmn`, import.meta.url), 'utf8');
    for (const { elements, flows, lanes } of (diagrams.get(name) as Diagram).processes) {
      for (const { id: place } of [...elements, ...flows, ...lanes]) {
        expect(xml).toContain(`bpmnElement="${place}"`);
        all.push(place);
      }
    }
  }
  expect(all.length).toBe(new Set(all).size);
});
