import { id } from '../../words/ids.ts';
import type { Decision, FieldAccess, Link, NumberSeries, Operation, Origin, ProcessOffice, Risk, StepOffice } from '../office.ts';
import { assignmentOf } from './assignment.ts';
import { deadlineOf } from './deadline.ts';
import { accessOf, optionOf } from './form.ts';
import { shownBy } from './foreign/form.ts';
import { foreignAssignment, foreignStarters } from './foreign/who.ts';
import { type Node, flagOf, nodesOf, numberOf, textOf, wordOf, wordsOf } from './node.ts';
import { type Reading, fault, keyOf, neededOf, oneOf, placeOf } from './reading.ts';
import { ownNameOf, textIn } from './words.ts';

const OPERATIONS: readonly Operation[] = ['return', 'withdraw', 'reassign', 'consult', 'addSigner', 'removeSigner', 'urge', 'batch'];
const AREAS = ['documents', 'meetings', 'seals', 'archives', 'classified', 'publicity', 'website', 'petitions', 'finance', 'duty'] as const;
const CLEARANCES = ['open', 'internal', 'secret', 'confidential', 'topSecret'] as const;

/** What the office says of one step. */
export function stepOfficeOf(reading: Reading, step: Node): StepOffice {
  const handling = wordOf(step, 'Handling');
  const own = wordOf(step, 'Assignment');
  const assignment = own ? assignmentOf(reading, own) : ASSIGNED.has(step.$type) ? foreignAssignment(step) : undefined;
  const decision = wordOf(step, 'Decision');
  return {
    ...originOf(reading, step),
    ...guidanceOf(step),
    originals: wordsOf(step, 'Original').map((node) => ownNameOf(node)),
    ...(assignment ? { assignment } : {}),
    notSameAs: wordsOf(step, 'NotSameAs').map((node) => id<'bpmn'>(neededOf(reading, node, 'step'))),
    access: withForeign(accessOf(reading, step), step),
    ...(decision ? { decision: decisionOf(reading, decision) } : {}),
    deadlines: wordsOf(step, 'Deadline').map((node, index) => deadlineOf(reading, node, index)),
    risks: wordsOf(step, 'Risk').map((node, index) => riskOf(reading, node, index)),
    operations: handling ? operationsOf(reading, handling) : [],
    attention: handling ? oneOf(reading, { node: handling, property: 'attention' }, { choices: ['do', 'read'], otherwise: 'do' }) : 'do',
    withdrawUntil: handling
      ? oneOf(reading, { node: handling, property: 'withdrawUntil' }, { choices: ['taken', 'completed'], otherwise: 'completed' })
      : 'completed',
    checklist: wordsOf(step, 'Check').map((node) => ownNameOf(node)),
  };
}

const ASSIGNED: ReadonlySet<string> = new Set(['bpmn:UserTask', 'bpmn:ManualTask']);

/** Our own words win, field by field. */
function withForeign(own: readonly FieldAccess[], step: Node): readonly FieldAccess[] {
  const said = new Set(own.map(({ field }) => field));
  return [...own, ...shownBy(step).flatMap(({ access }) => (said.has(access.field) ? [] : [access]))];
}

/** What the office says of a whole process. */
export function processOfficeOf(reading: Reading, process: Node): ProcessOffice {
  const about = wordOf(process, 'About');
  const number = about && numberOf(about, 'number');
  const area = about && textOf(about, 'area');
  const title = textOf(about, 'title');
  const starters = wordsOf(process, 'Starter');
  const numberField = textOf(about, 'numberField');
  return {
    ...(number === undefined ? {} : { number }),
    ...(about && area ? { area: oneOf(reading, { node: about, property: 'area' }, { choices: AREAS, otherwise: 'documents' }) } : {}),
    ...guidanceOf(process),
    ...(title ? { title } : {}),
    ...(numberField ? { numberField } : {}),
    series: wordsOf(process, 'Series').map((node) => seriesOf(reading, node)),
    starters: starters.length > 0 ? starters.map((node) => assignmentOf(reading, node)) : foreignStarters(process),
    clearance: about ? oneOf(reading, { node: about, property: 'clearance' }, { choices: CLEARANCES, otherwise: 'internal' }) : 'internal',
    links: wordsOf(process, 'Link').map((node) => linkOf(reading, node)),
    ...originOf(reading, process),
  };
}

function originOf(reading: Reading, node: Node): { readonly origin?: Origin } {
  const origin = wordOf(node, 'Origin');
  if (!origin) return {};
  const words = textOf(origin, 'words');
  const kind = oneOf(reading, { node: origin, property: 'kind' }, { choices: ['source', 'interpretation'], otherwise: 'interpretation' });
  return { origin: { kind, ...(words ? { words } : {}) } };
}

function guidanceOf(node: Node): { readonly guidance?: NonNullable<StepOffice['guidance']> } {
  const guidance = textIn(wordsOf(node, 'Guidance'));
  return guidance ? { guidance } : {};
}

function linkOf(reading: Reading, node: Node): Link {
  const at = textOf(node, 'at');
  return {
    to: id(neededOf(reading, node, 'to')),
    kind: neededOf(reading, node, 'kind'),
    what: ownNameOf(node, 'what', 'whats'),
    ...(at ? { at: id<'bpmn'>(at) } : {}),
  };
}

function decisionOf(reading: Reading, node: Node): Decision {
  return {
    key: keyOf(reading, node, 'key'),
    name: ownNameOf(node),
    options: nodesOf(node, 'options').map((option) => {
      const { value, name } = optionOf(reading, option);
      return {
        value,
        name,
        manner: oneOf(reading, { node: option, property: 'manner' }, { choices: ['forward', 'back', 'refuse'], otherwise: 'forward' }),
      };
    }),
  };
}

function riskOf(reading: Reading, node: Node, index: number): Risk {
  const level = numberOf(node, 'level') ?? 1;
  if (level !== 1 && level !== 2 && level !== 3) {
    fault(reading, String(level), {
      zh: `“${placeOf(node)}”处的风险等级应为 1、2 或 3`,
      en: `The level of a risk at ${placeOf(node)} is 1, 2 or 3`,
    });
  }
  return {
    id: textOf(node, 'id') ?? `${placeOf(node)}-risk-${index + 1}`,
    level: level === 2 || level === 3 ? level : 1,
    risk: textIn(nodesOf(node, 'dangers')) ?? { zh: '' },
    control: textIn(nodesOf(node, 'controls')) ?? { zh: '' },
    post: neededOf(reading, node, 'post'),
    confirm: flagOf(node, 'confirm', false),
  };
}

function operationsOf(reading: Reading, handling: Node): readonly Operation[] {
  return (textOf(handling, 'operations') ?? '').split(/\s+/).flatMap((name) => {
    const operation = OPERATIONS.find((known) => known === name);
    if (name && !operation) {
      const list = OPERATIONS.join(', ');
      fault(reading, name, { zh: `“${placeOf(handling)}”处的操作应为：${list}`, en: `Operations at ${placeOf(handling)} are: ${list}` });
    }
    return operation ? [operation] : [];
  });
}

const seriesOf = (reading: Reading, node: Node): NumberSeries => ({
  key: keyOf(reading, node, 'key'),
  name: ownNameOf(node),
  pattern: neededOf(reading, node, 'pattern'),
});
