import type { CaseEvent, MessageTrouble } from '../../case/event.ts';
import type { CaseFacts } from '../../case/facts.ts';
import type { IncidentCode } from '../../kernel/marking.ts';
import type { Organization } from '../../organization/model.ts';
import { seatName } from '../../organization/names.ts';
import { wantedName } from '../../organization/wantedName.ts';
import type { Commit } from '../../ports/commit.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import { eventsOf } from '../caseLog.ts';
import type { CasePage } from '../pages.ts';
import { messageWords } from './messageWords.ts';

/** What an incident means to whoever looks after the case. */
export const INCIDENT_WORDS: { readonly [code in IncidentCode]: Text } = {
  conditionUndecided: { zh: '分支条件缺少数据，无法判断走哪一支', en: 'A branch condition lacks data, so no branch could be chosen' },
  decisionUndecided: { zh: '决策表得不出结果', en: 'The decision table gives no answer' },
  noWayOn: { zh: '没有任何分支的条件成立，流程停在这里', en: 'No branch condition holds; the case stands here' },
  errorUncaught: { zh: '发生了没有安排处理方式的错误', en: 'An error occurred that the diagram does not handle' },
  listEmpty: { zh: '会签名单为空，没有人可以办理', en: 'The list of this multi-person step is empty' },
  listInvalid: { zh: '会签名单不是有效的列表', en: 'The list of this multi-person step is no list' },
  jobFailed: { zh: '自动步骤执行失败', en: 'An automatic step failed' },
  mappingFailed: { zh: '数据传递的表达式无法计算', en: 'An expression that passes data on could not be evaluated' },
  timerInvalid: { zh: '时限无法计算', en: 'A timer could not be worked out' },
  callUnknown: { zh: '被调用的流程尚未发布', en: 'The called flow is not published' },
  stepBudget: { zh: '流程在原地循环，已被中止在上一步', en: 'The case ran in a circle and was stopped at the step before' },
};

/** What is wrong, with the reason that a table gives. */
export function wordsOf(code: IncidentCode | MessageTrouble, detail: Json): Text {
  if (code === 'messageAmbiguous' || code === 'messageExpired' || code === 'messageRefused') return messageWords(code, detail);
  const words = INCIDENT_WORDS[code];
  const reason = code === 'decisionUndecided' ? reasonIn(detail) : undefined;
  return reason ? { zh: `${words.zh}：${reason.zh}`, en: `${words.en ?? words.zh}: ${reason.en ?? reason.zh}` } : words;
}

function reasonIn(detail: Json): Text | undefined {
  const { reason } = membersOf(detail);
  const { zh, en } = membersOf(reason);
  return typeof zh === 'string' ? { zh, ...(typeof en === 'string' ? { en } : {}) } : undefined;
}

const membersOf = (value: Json | undefined): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};

/** What is wrong in a case now: open incidents, timers that could not be worked out, and open tasks whose seat had nobody. */
export function incidentWords(about: {
  readonly log: readonly Commit[];
  readonly facts: CaseFacts;
  readonly stepName: (element: string) => Text;
  readonly organization: Organization;
}): CasePage['incidents'] {
  const { facts, stepName, organization } = about;
  const open = new Map<string, CasePage['incidents'][number]>();
  for (const event of about.log.flatMap(eventsOf)) {
    if (event.type === 'IncidentRaised')
      open.set(event.incident, { id: event.incident, step: stepName(event.element), words: wordsOf(event.code, event.detail) });
    if (event.type === 'IncidentResolved') open.delete(event.incident);
    if (event.type === 'Noted' && event.code === 'timerInvalid' && !facts.endedAt)
      open.set(`timer:${event.element}`, {
        id: `timer:${event.element}`,
        step: stepName(event.element),
        words: INCIDENT_WORDS.timerInvalid,
      });
    if (event.type === 'SeatEmpty' && facts.tasks.some((task) => task.visit === event.visit))
      open.set(event.visit, { id: event.visit, step: stepName(event.element), words: emptyWords(organization, event) });
  }
  return [...open.values()];
}

function emptyWords(organization: Organization, event: Extract<CaseEvent, { type: 'SeatEmpty' }>): Text {
  const wanted = wantedName(organization, event.wanted);
  const to = event.fellTo.map((seat) => seatName(organization, seat));
  return {
    zh: `${wanted.zh}无人在岗，已改送${to.map((name) => name.zh).join('、')}`,
    en: `Nobody holds ${wanted.en ?? wanted.zh}; it went to ${to.map((name) => name.en ?? name.zh).join(', ')}`,
  };
}
