import { expect, test } from '@jest/globals';
import { words } from '../diagram/bpmn.ts';
import { dmn, tableDecision, tableWord } from '../diagram/dmnFile.ts';
import { drawn, flows, gateway, short, soundness, task } from './drawing.ts';

const choosing = (...rows: readonly string[]) => choosingIn('', '', ...rows);

const choosingIn = (form: string, rule: string, ...rows: readonly string[]) =>
  soundness(
    drawn(
      `<businessRuleTask id="level" name="定级">${words(`<gc:rule table="levels" into="level" ${rule}/>`)}</businessRuleTask>` +
        gateway('exclusive', 'choose') +
        task('a', '处长批') +
        task('b', '局长批') +
        flows('start > level > choose', 'choose > a : level = "director"', 'choose > b : level = "leader"', 'a > end', 'b > end'),
      form + tableWord('levels', dmn(tableDecision('level', { inputs: ['copies'], outputs: ['level'], rows }))),
    ),
  );

test('a branch by the answers of a table needs no other way', async () => {
  expect(short(await choosing('< 10|"director"', '>= 10|"leader"'))).toEqual([]);
});

test('an answer that no branch is for is found', async () => {
  const found = await choosing('< 10|"director"', '[10..99]|"leader"', '>= 100|"head"');
  expect(found.verdict).toBe('unsound');
  expect(short(found).join()).toContain('choose');
});

test('a branch for an answer that the table never gives is found', async () => {
  const found = await choosing('< 10|"director"', '>= 10|"director"');
  expect(short(found)).toEqual(['neverReached b']);
});

/** The field that takes the answer need not be filled in by people. */
const FIELD = '<gc:form><gc:field key="level" name="级别" type="text"/></gc:form>';

test('a table that must answer leaves no field empty, unless one of its cells does', async () => {
  const rows = ['< 10|"director"', '>= 10|"leader"'];
  expect(short(await choosingIn(FIELD, '', ...rows)).join()).toContain('choose');
  expect(short(await choosingIn(FIELD, 'required="true"', ...rows))).toEqual([]);
  expect(short(await choosingIn(FIELD, 'required="true"', ...rows, '= 10|')).join()).toContain('choose');
});
