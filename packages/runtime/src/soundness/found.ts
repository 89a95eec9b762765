import type { Rule } from '../diagram/rules/rule.ts';

/** What the kernel can find by running a process in every way, each with the sentence that it stands for. */
export const FOUND: readonly Pick<Rule, 'name' | 'severity' | 'sentence'>[] = [
  { name: 'joinStuck', severity: 'error', sentence: { zh: '要等齐的各路都会到', en: 'Every branch that a join waits for comes' } },
  { name: 'noWayHolds', severity: 'error', sentence: { zh: '分支处总有一条路可走', en: 'Where ways part, one can always be taken' } },
  {
    name: 'conditionUndecided',
    severity: 'error',
    sentence: { zh: '分支条件用到的内容届时已经填好', en: 'What a condition asks for has been filled in by then' },
  },
  {
    name: 'listEmpty',
    severity: 'error',
    sentence: { zh: '多人办理的名单不会是空的', en: 'The list of those who do a step is never empty' },
  },
  { name: 'errorUncaught', severity: 'error', sentence: { zh: '报出的错误都有后续处理', en: 'Every error that is thrown is handled' } },
  {
    name: 'endless',
    severity: 'error',
    sentence: { zh: '流程不会自己不停地打转', en: 'A flow never goes round by itself for ever' },
  },
  {
    name: 'twice',
    severity: 'error',
    sentence: { zh: '同一办件不会在一个步骤同时出现两份', en: 'One case is never at a step twice at the same time' },
  },
  { name: 'endTwice', severity: 'warning', sentence: { zh: '同一办件只到一个结束一次', en: 'One case comes to an end once' } },
  { name: 'neverEnds', severity: 'error', sentence: { zh: '从任何一步都能走到结束', en: 'From every step the end can be reached' } },
  { name: 'neverReached', severity: 'warning', sentence: { zh: '每个步骤都有办法走到', en: 'There is a way to come to every step' } },
  { name: 'neverTaken', severity: 'warning', sentence: { zh: '每条分支都有可能走', en: 'Every way may be taken some time' } },
  {
    name: 'mayWaitForever',
    severity: 'warning',
    sentence: { zh: '等外面消息的地方另有出路', en: 'A wait for somebody outside has another way on' },
  },
  {
    name: 'notDecided',
    severity: 'warning',
    sentence: { zh: '流程不太复杂，全部走法都能试完', en: 'A flow is small enough for every run of it to be tried' },
  },
];
