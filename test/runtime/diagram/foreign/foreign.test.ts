import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import type { Process } from '../../../../packages/runtime/src/diagram/model.ts';
import { parseDiagram } from '../../../../packages/runtime/src/diagram/parse.ts';
import { checkWhole } from '../../../../packages/runtime/src/soundness/checkWhole.ts';
import { storyIn, type Story } from '../../kernel/harness.ts';

const folder = new URL('./', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** What the office has; the rest of what a diagram names is unknown to it. */
const KNOWN = { posts: ['registry', 'clerk', 'Section chief'], people: ['li-min', 'wang-fang', 'chen-jing'] };

/** Findings as `severity rule element`, in the order in which they are shown; who may start it is every other tool's own affair. */
async function findingsIn(file: string): Promise<readonly string[]> {
  const checked = await checkWhole(textOf(file), KNOWN);
  if (!checked.ok) throw new Error(checked.expected.en);
  return checked.problems
    .filter(({ rule }) => rule !== 'nobodyStarts')
    .map(({ severity, rule, element }) => `${severity} ${rule} ${element}`);
}

/** Per file: what is said of it, and how a case of it runs; without a run it is refused for its errors. */
const FILES: { readonly [file: string]: { readonly findings: readonly string[]; readonly runs?: (story: Story) => Story } } = {
  'camunda7-leave.bpmn': {
    findings: ['warning foreignUnread asked', 'warning foreignUnread decide', 'warning foreignUnread decide'],
    runs: (story) => story.start({ days: 3 }).complete('decide', { approved: true }).complete('enter'),
  },
  'camunda7-invoice.bpmn': {
    findings: [
      'warning foreignUnread came',
      'warning foreignUnread book',
      'warning foreignUnread archive',
      'warning foreignUnread wrong',
      'error conditionUndecided big',
    ],
    runs: (story) =>
      story
        .start({ amount: 3, wait: 'P3D' })
        .due('slow')
        .complete('remind')
        .complete('approve', { ok: true })
        .answer('book')
        .answer('archive'),
  },
  'camunda7-order.bpmn': {
    findings: ['warning foreignUnread ship'],
    // half of the reviewers is enough
    runs: (story) =>
      story
        .start({ reviewers: ['li-min', 'wang-fang'], number: '7' })
        .complete('review', {}, { index: 1 })
        .complete('pack', { tracking: 'T7' }, { own: true }),
  },
  'camunda7-scripted.bpmn': {
    findings: [
      'error scriptTask score',
      'warning decisionElsewhere rate',
      'error nobodyAssigned grant',
      'error foreignExpression yes',
      'error foreignOtherwise grant',
      'warning foreignUnread score',
      'warning foreignUnread enough',
    ],
  },
  'camunda7-timers.bpmn': {
    findings: [],
    runs: (story) => story.start({}, 'nightlyStart').complete('look', { hours: 3, until: '2026-12-01' }).due('rest').due('day'),
  },
  'camunda7-odd-timers.bpmn': { findings: ['error timerUnreadable weekdays', 'error timerUnreadable late'] },
  'camunda7-dangling.bpmn': {
    findings: [
      'warning receiveWithoutMessage wait',
      'error unknownMessage wait',
      'error foreignOtherwise sent',
      'warning foreignUnread read',
      'warning mayWaitForever wait',
    ],
  },
  'camunda8-onboarding.bpmn': {
    findings: ['warning foreignUnread desk', 'warning foreignUnread desk', 'warning foreignUnread account'],
    runs: (story) => story.start().complete('enter', { who: '李', level: 'senior' }).complete('desk').answer('account'),
  },
  'camunda8-payment.bpmn': {
    findings: ['warning mayWaitForever paid'],
    runs: (story) => story.start().complete('enter', { number: 'N1' }).message('paid', { sum: 80 }).complete('ask'),
  },
  'camunda8-batch.bpmn': {
    findings: ['warning decisionElsewhere judge', 'error foreignOtherwise each', 'warning foreignUnread each'],
  },
  'flowable-holiday.bpmn20.xml': {
    findings: [],
    runs: (story) =>
      story.start({ days: 2 }).complete('sid-head', { approved: false }).complete('sid-mend').complete('sid-head', { approved: true }),
  },
  'flowable-mail.bpmn20.xml': {
    findings: [
      'error foreignOtherwise check',
      'error foreignOtherwise more',
      'warning foreignUnread begin',
      'warning foreignUnread mail',
      'warning foreignUnread mail',
      'warning foreignUnread check',
    ],
  },
  'activiti-purchase.bpmn': {
    findings: [],
    runs: (story) => story.start({ price: 1200 }).complete('_3').complete('_5'),
  },
};

test('every diagram in the folder has its expectation', () => {
  const files = readdirSync(folder).filter((name) => /\.(bpmn|xml)$/.test(name));
  expect(files.sort()).toEqual(Object.keys(FILES).sort());
});

describe.each(Object.entries(FILES))('%s', (file, { findings, runs }) => {
  test('opens, and what cannot be read in it is told by its place', async () => {
    expect(await findingsIn(file)).toEqual(findings);
  });

  if (runs)
    test('runs to its end', async () => {
      const story = runs(await storyIn(textOf(file)));
      expect(story.open).toEqual([]);
      expect(story.incidents).toEqual([]);
      expect(story.ended).toBeDefined();
    });
  else
    test('is not published', async () => {
      expect((await findingsIn(file)).filter((finding) => finding.startsWith('error '))).not.toEqual([]);
    });
});

async function processIn(file: string): Promise<Process> {
  const parsed = await parseDiagram(textOf(file));
  const process = parsed.ok ? parsed.diagram.processes[0] : undefined;
  if (!process) throw new Error(`no process in ${file}`);
  return process;
}

const assignments = ({ elements }: Process) =>
  Object.fromEntries(elements.flatMap(({ id, office: { assignment } }) => (assignment ? [[id, assignment]] : [])));

describe('What means the same here is read', () => {
  test('who does it: accounts, posts, the initiator, a field, an item', async () => {
    expect(assignments(await processIn('camunda7-leave.bpmn'))).toEqual({
      decide: { kind: 'post', post: 'Section chief', unit: { kind: 'wholeOffice' } },
      enter: { kind: 'named', people: ['wang-fang', 'chen-jing'], posts: [] },
      tell: { kind: 'initiator' },
    });
    expect(assignments(await processIn('camunda8-onboarding.bpmn'))).toEqual({
      enter: { kind: 'named', people: [], posts: ['registry', 'clerk'] },
      desk: { kind: 'named', people: ['li-min'], posts: [] },
    });
    expect(assignments(await processIn('activiti-purchase.bpmn'))).toEqual({
      _3: { kind: 'named', people: ['li-min'], posts: ['registry'] },
      _5: { kind: 'initiator' },
    });
    expect(assignments(await processIn('flowable-mail.bpmn20.xml'))).toEqual({ check: { kind: 'personInField', field: 'checker' } });
    expect(assignments(await processIn('camunda7-order.bpmn'))).toEqual({ review: { kind: 'personOfItem' } });
  });

  test('forms: names, types, limits, options; what a step only shows', async () => {
    const { fields, elements } = await processIn('camunda7-leave.bpmn');
    expect(fields).toMatchObject([
      { key: 'days', name: { zh: 'Days' }, type: 'number', minimum: 1, maximum: 30, decimals: 0, required: false },
      {
        key: 'kind',
        type: 'choice',
        options: [
          { value: 'annual', name: { zh: 'Annual' } },
          { value: 'sick', name: { zh: 'Sick' } },
        ],
      },
      { key: 'from', type: 'date' },
      { key: 'approved', type: 'yesNo' },
    ]);
    expect(elements.find(({ id }) => id === 'asked')?.office.access[0]).toEqual({ field: 'days', access: 'write', required: true });
    expect(elements.find(({ id }) => id === 'decide')?.office.access).toEqual([
      { field: 'days', access: 'read' },
      { field: 'approved', access: 'write', required: true },
    ]);
    expect((await processIn('camunda8-onboarding.bpmn')).fields).toMatchObject([
      { key: 'who', type: 'text' },
      { key: 'level', type: 'choice', options: [{ value: 'junior' }, { value: 'senior' }] },
      { key: 'firstDay', type: 'date' },
    ]);
  });

  test('timers: cron in even steps, and times that are put together', async () => {
    const timers = (await processIn('camunda7-timers.bpmn')).elements.flatMap(({ triggers }) =>
      triggers.flatMap((trigger) => (trigger.kind === 'timer' ? [trigger.timer] : [])),
    );
    expect(timers).toEqual([
      { form: 'cycle', value: 'R/2024-01-01T08:30:00/P1D', feel: false },
      { form: 'duration', value: '"PT" + string(hours) + "H"', feel: true },
      { form: 'date', value: 'until', feel: true },
    ]);
  });

  test('our own words win', async () => {
    const own = textOf('camunda7-leave.bpmn')
      .replace('<bpmn:definitions', '<bpmn:definitions xmlns:gc="urn:guicheng:bpmn:1"')
      .replace(
        '<camunda:taskListener',
        '<gc:assignment post="registry"/><gc:access field="approved" mode="read"/><gc:deadline amount="3"/><camunda:taskListener',
      );
    const parsed = await parseDiagram(own);
    if (!parsed.ok) throw new Error(parsed.expected.en);
    const step = parsed.diagram.processes[0]?.elements.find(({ id }) => id === 'decide');
    expect(step?.office.assignment).toMatchObject({ kind: 'post', post: 'registry' });
    expect(step?.office.access).toEqual([
      { field: 'approved', access: 'read' },
      { field: 'days', access: 'read' },
    ]);
    const words = parsed.diagram.processes[0]?.foreign?.notes.filter(({ element }) => element === 'decide').map(({ word }) => word);
    expect(words).toEqual(['camunda:formData', 'camunda:taskListener']);
  });
});

test('a post or a person whom the office has not is told by name', async () => {
  const checked = await checkWhole(textOf('camunda7-leave.bpmn'), { posts: ['clerk'], people: ['wang-fang'] });
  const said = checked.ok ? checked.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message.zh) : [];
  expect(said).toEqual([
    '“Decide”用到的岗位“Section chief”不在机构中，请另选岗位',
    '“Enter it”的办理人“chen-jing”不是机构中的账号，请另选',
  ]);
});
