import { textOf } from '../../node.ts';
import { type Meaning, alike, both, camunda, flowable, zeebe } from '../meaning.ts';
import { areNamesRead, foreignAssignment, isPersonRead } from '../who.ts';
import { foreignText } from '../words.ts';

const PERSON = {
  zh: '由该账号的人办理；发起人变量为发起人，其他变量为该字段选定的人',
  en: 'done by the person of this account; the initiator’s variable is the initiator, another one the person chosen in that field',
};
const PERSON_EXPECTED = {
  zh: '只读得懂账号或一个变量（如 ${initiator}），请在“谁办理”中另选',
  en: 'an account or one variable such as ${initiator} is expected: choose again who does it',
};
const NAMES = {
  zh: '由这些人或岗位中的任何一个办理；岗位写标识或名称，须在机构中',
  en: 'done by any of these people or posts; a post goes by its key or its name in the office',
};
const NAMES_EXPECTED = {
  zh: '只读得懂写明的账号和岗位，请在“谁办理”中另选',
  en: 'accounts and posts that are written out are expected: choose again who does it',
};
const STARTERS = { zh: '这些人或岗位可以发起', en: 'these people or posts may start it' };

/** Who starts, who does. */
export const PEOPLE: readonly Meaning[] = [
  {
    families: both,
    name: 'assignee',
    as: 'read',
    says: PERSON,
    judge: ({ value = '' }, step) => (isPersonRead(step, value) ? 'read' : 'error'),
    expected: PERSON_EXPECTED,
    ours: ['Assignment'],
  },
  {
    families: both,
    name: 'candidateUsers',
    as: 'read',
    says: NAMES,
    judge: ({ value = '' }, step) =>
      foreignText(step, 'assignee') ? 'ignored' : areNamesRead(value) || isPersonRead(step, value) ? 'read' : 'error',
    expected: NAMES_EXPECTED,
    ours: ['Assignment'],
  },
  {
    families: both,
    name: 'candidateGroups',
    as: 'read',
    says: NAMES,
    judge: ({ value = '' }, step) => (foreignText(step, 'assignee') ? 'ignored' : areNamesRead(value) ? 'read' : 'error'),
    expected: NAMES_EXPECTED,
    ours: ['Assignment'],
  },
  {
    families: zeebe,
    name: 'assignmentDefinition',
    as: 'read',
    says: {
      zh: '同 assignee、candidateUsers、candidateGroups；="甲" 与 甲 相同',
      en: 'as assignee, candidateUsers and candidateGroups; ="x" is the same as x',
    },
    judge: ({ node }, step) =>
      foreignAssignment(step) || !['assignee', 'candidateUsers', 'candidateGroups'].some((name) => textOf(node, name)) ? 'read' : 'error',
    expected: { zh: `${PERSON_EXPECTED.zh}`, en: `${NAMES_EXPECTED.en}` },
    ours: ['Assignment'],
  },
  ...alike(both, 'candidateStarterGroups candidateStarterUsers', {
    as: 'read',
    says: STARTERS,
    judge: ({ value = '' }) => (areNamesRead(value) ? 'read' : 'warning'),
    expected: {
      zh: '只读得懂写明的账号和岗位，请另选谁可以发起',
      en: 'accounts and posts that are written out are expected: choose who may start it',
    },
    ours: ['Starter'],
  }),
  ...alike(both, 'potentialStarter', {
    as: 'warning',
    says: { zh: '不读，请选谁可以发起', en: 'not read: choose who may start it' },
    ours: ['Starter'],
  }),
  ...alike(both, 'initiator', {
    as: 'read',
    says: { zh: '这个变量就是发起人', en: 'this variable is whoever starts the case' },
  }),
  ...alike(both, 'dueDate followUpDate', {
    as: 'warning',
    says: { zh: '不读，请用“时限”写明', en: 'not read: say it as a time limit' },
    ours: ['Deadline'],
  }),
  ...alike(zeebe, 'taskSchedule', {
    as: 'warning',
    says: { zh: '不读，请用“时限”写明', en: 'not read: say it as a time limit' },
    ours: ['Deadline'],
  }),
  ...alike(flowable, 'owner', { as: 'warning', says: { zh: '不读：这里只有办理人', en: 'not read: here is only who does it' } }),
  ...alike(camunda, 'isStartableInTasklist', { as: 'ignored', says: { zh: '由谁可以发起决定', en: 'decided by who may start it' } }),
];
