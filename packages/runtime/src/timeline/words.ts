import type { CaseEvent } from '../case/event.ts';
import type { DecidedNote } from '../diagram/dmn/note.ts';
import { keyAndVersion } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Text } from '../words/text.ts';

/** What a sentence about an event may look up: names as they are read. */
export interface Naming {
  step(element: string): Text;
  seat(seat: string): Text;
  /** Who was wanted where a seat was empty. */
  wanted(wanted: string): Text;
  field(field: string): Text;
  /** Whom a part of a countersigning is for: a person or a unit by its name, else the item itself. */
  signer(item: string): Text;
  option(element: string, value: string): Text | undefined;
  /** A decision table of the flow. */
  table(table: string): Text;
  /** A value of a field as one reads it. */
  value(field: string, value: Json): Text;
  /** What stands still because of it. */
  trouble(event: Extract<CaseEvent, { type: 'IncidentRaised' }>): Text;
  /** A time limit of a step; the step itself where the limit has no name of its own. */
  limit(element: string, deadline: string): Text;
}

/** A sentence of the timeline; `detail` is what was said. */
export interface Sentence {
  readonly words: Text;
  readonly detail?: Text;
  readonly element?: string;
}

const both = (zh: string, en: string): Text => ({ zh, en });
/** A name within a sentence: without its marks one reads 金额多少出现异常 twice. */
const quoted = (text: Text): Text => both(`“${text.zh}”`, `“${english(text)}”`);
const english = (text: Text): string => text.en ?? text.zh;
const said = (words: string): { readonly detail?: Text } => (words === '' ? {} : { detail: { zh: words, en: words } });

const VOID_BECAUSE: { readonly [why in Extract<CaseEvent, { type: 'NumberVoided' }>['why']]: Text } = {
  cancelled: both('办件已撤销', 'the case was cancelled'),
  takenBack: both('取号的步骤已退回，没有再办', 'the step that took it was sent back and not done again'),
  unused: both('取号后没有用上', 'it was taken and not used'),
};

/** What the kernel has noted of a step, where people want to know it. */
function noted({ code, element, detail }: Extract<CaseEvent, { type: 'Noted' }>, naming: Naming): Sentence | undefined {
  const step = quoted(naming.step(element));
  switch (code) {
    case 'escalationUncaught': {
      const what = typeof detail === 'object' && detail !== null && 'code' in detail ? String(detail.code) : '';
      return { words: both(`${step.zh}上报后无人受理`, `${english(step)} escalated; nobody took it`), ...said(what), element };
    }
    case 'compensated':
      return { words: both(`为${step.zh}善后`, `undoing ${english(step)}`), element };
    case 'transactionCancelled':
      return { words: both(`${step.zh}整体取消`, `${english(step)} is cancelled as a whole`), element };
    case 'decided':
      return decided(element, detail, naming);
    default:
      return undefined;
  }
}

/** Rules that are told one by one. */
const RULES_TOLD = 5;

/** What a decision table gave, and by which of its rows. */
function decided(element: string, detail: Json, naming: Naming): Sentence {
  const { table, rules, gave } = detail as unknown as DecidedNote;
  const step = quoted(naming.step(element));
  const given = gave.flatMap(({ field, value }) =>
    value === null ? [] : [{ field: naming.field(field), value: naming.value(field, value) }],
  );
  const words =
    given.length === 0
      ? both(`${step.zh}没有得出结果`, `${english(step)} gave no result`)
      : both(
          `${step.zh}得出${given.map(({ field, value }) => `${field.zh}：${value.zh}`).join('；')}`,
          `${english(step)} gave ${given.map(({ field, value }) => `${english(field)}: ${english(value)}`).join('; ')}`,
        );
  const name = naming.table(table);
  const told = rules.slice(0, RULES_TOLD);
  const more = rules.length > told.length;
  const by =
    rules.length === 0
      ? both('没有一行符合', 'no row applied')
      : both(
          `符合第 ${told.join('、')} 行${more ? `等 ${rules.length} 行` : ''}`,
          `${rules.length === 1 ? 'row' : 'rows'} ${told.join(', ')}${more ? ` and ${rules.length - told.length} more` : ''}`,
        );
  return { words, detail: both(`按“${name.zh}”，${by.zh}`, `by “${english(name)}”, ${by.en ?? by.zh}`), element };
}

/** What an event says to a person; undefined for what only machines need to know. */
export function sentence(event: CaseEvent, naming: Naming): Sentence | undefined {
  switch (event.type) {
    case 'CaseStarted':
      return { words: both('发起办件', 'started the case'), element: event.at };
    case 'TaskOpened': {
      const step = naming.step(event.element);
      const seats = event.seats.map((seat) => naming.seat(seat));
      return {
        words: both(
          `送交${seats.map((seat) => seat.zh).join('、')}：${step.zh}`,
          `sent to ${seats.map(english).join(', ')}: ${english(step)}`,
        ),
        element: event.element,
      };
    }
    case 'TaskTaken':
      return { words: both('签收了任务', 'signed for the task') };
    case 'TaskReleased':
      return { words: both('退还了签收', 'gave the task back') };
    case 'TaskReassigned': {
      const to = event.seats.map((seat) => naming.seat(seat));
      return {
        words: both(`转办给${to.map((seat) => seat.zh).join('、')}`, `handed on to ${to.map(english).join(', ')}`),
        ...said(event.reason),
      };
    }
    case 'TaskCompleted': {
      const step = quoted(naming.step(event.element));
      const chosen = event.outcome === undefined ? undefined : naming.option(event.element, event.outcome);
      return {
        words: both(`办理了${step.zh}${chosen ? `：${chosen.zh}` : ''}`, `did ${english(step)}${chosen ? `: ${english(chosen)}` : ''}`),
        element: event.element,
      };
    }
    case 'TaskClosed': {
      const step = quoted(naming.step(event.element));
      return event.why === 'takenBack'
        ? { words: both(`${step.zh}被收回`, `${english(step)} was taken back`), element: event.element }
        : { words: both(`${step.zh}已终止`, `${english(step)} was ended`), element: event.element };
    }
    case 'TaskUrged':
      return { words: both('催办', 'urged'), ...said(event.words) };
    case 'CaseReturned': {
      const from = quoted(naming.step(event.fromElement));
      const to = quoted(naming.step(event.toElement));
      return {
        words: both(`从${from.zh}退回到${to.zh}`, `sent back from ${english(from)} to ${english(to)}`),
        ...said(event.reason),
        element: event.toElement,
      };
    }
    case 'CaseWithdrawn': {
      const step = quoted(naming.step(event.element));
      return { words: both(`撤回了${step.zh}`, `took ${english(step)} back`), ...said(event.reason), element: event.element };
    }
    case 'CaseJumped': {
      const from = event.take.map(({ element }) => quoted(naming.step(element)));
      const to = quoted(naming.step(event.to));
      return {
        words:
          from.length === 0
            ? both(`把办件移到${to.zh}`, `moved the case to ${english(to)}`)
            : both(
                `从${from.map(({ zh }) => zh).join('、')}跳转到${to.zh}`,
                `moved it from ${from.map(english).join(', ')} to ${english(to)}`,
              ),
        ...said(event.reason),
        element: event.to,
      };
    }
    case 'CaseReopened': {
      const at = quoted(naming.step(event.at));
      return {
        words: both(`唤醒了办件，从${at.zh}继续`, `woke the case; it goes on at ${english(at)}`),
        ...said(event.reason),
        element: event.at,
      };
    }
    case 'SignersAdded': {
      const [step, who] = [quoted(naming.step(event.element)), event.items.map((item) => naming.signer(item))];
      return {
        words: both(`${step.zh}加签：${who.map(({ zh }) => zh).join('、')}`, `added to ${english(step)}: ${who.map(english).join(', ')}`),
        ...said(event.reason),
        element: event.element,
      };
    }
    case 'SignerRemoved': {
      const [step, who] = [
        quoted(naming.step(event.element)),
        naming.signer(typeof event.item === 'string' ? event.item : JSON.stringify(event.item)),
      ];
      return {
        words: both(`${step.zh}减签：${who.zh}`, `taken off ${english(step)}: ${english(who)}`),
        ...said(event.reason),
        element: event.element,
      };
    }
    case 'IncidentRetried': {
      const [step, fields] = [quoted(naming.step(event.element)), event.fields.map((field) => naming.field(field))];
      return {
        words:
          fields.length === 0
            ? both(`重试${step.zh}`, `tried ${english(step)} again`)
            : both(
                `改了${fields.map(({ zh }) => zh).join('、')}后重试${step.zh}`,
                `changed ${fields.map(english).join(', ')} and tried ${english(step)} again`,
              ),
        ...said(event.reason),
        element: event.element,
      };
    }
    case 'IncidentSkipped': {
      const step = quoted(naming.step(event.element));
      return {
        words: both(`跳过${step.zh}的异常`, `passed over the problem at ${english(step)}`),
        ...said(event.reason),
        element: event.element,
      };
    }
    case 'AdHocStarted': {
      const step = quoted(naming.step(event.element));
      return { words: both(`开始${step.zh}`, `began ${english(step)}`), element: event.element };
    }
    case 'AdHocCompleted': {
      const step = quoted(naming.step(event.element));
      return { words: both(`宣布${step.zh}完成`, `declared ${english(step)} done`), ...said(event.reason), element: event.element };
    }
    case 'CaseMigrated': {
      const { version } = keyAndVersion(event.to);
      const changed = event.seats.map(({ element, seats }) => {
        const [step, to] = [quoted(naming.step(element)), seats.map((seat) => naming.seat(seat))];
        return both(
          `${step.zh}改由${to.map((seat) => seat.zh).join('、')}办理`,
          `${english(step)} is for ${to.map(english).join(', ')} now`,
        );
      });
      return {
        words: both(`转到流程第 ${version} 版继续办理`, `goes on in version ${version} of the flow`),
        ...(changed.length > 0 ? { detail: both(changed.map((one) => one.zh).join('；'), changed.map(english).join('; ')) } : {}),
      };
    }
    case 'MigrationUndone': {
      const { version } = keyAndVersion(event.to);
      return { words: both(`撤销转版本，回到流程第 ${version} 版`, `the move was undone: back to version ${version} of the flow`) };
    }
    case 'FileAttached':
      return { words: both(`附上文件 ${event.name}`, `attached ${event.name}`) };
    case 'TimerFired': {
      const step = naming.step(event.element);
      return { words: both(`时间到：${step.zh}`, `time came: ${english(step)}`), element: event.element };
    }
    case 'MessageSent':
      return { words: both(`发出：${event.name}`, `sent: ${event.name}`), element: event.element };
    case 'MessageReceived':
      return { words: both(`收到：${event.name}`, `received: ${event.name}`), element: event.element };
    case 'SignalReceived':
      return { words: both(`收到通知：${event.name}`, `heard: ${event.name}`) };
    case 'MessageDelivered':
      return event.to.length === 0
        ? undefined
        : { words: both(`已送达：${event.name}`, `delivered: ${event.name}`), element: event.element };
    case 'MessageResent':
      return { words: both(`重新发出：${event.name}`, `sent again: ${event.name}`), element: event.element };
    case 'DeadlineWarned':
    case 'DeadlinePassed': {
      const step = quoted(naming.step(event.element));
      return event.type === 'DeadlineWarned'
        ? { words: both(`${step.zh}即将到期`, `${english(step)} is due soon`), element: event.element }
        : { words: both(`${step.zh}已超期`, `${english(step)} is overdue`), element: event.element };
    }
    case 'DeadlineStopped': {
      const limit = naming.limit(event.element, event.deadline);
      return {
        words: both(`停止计时：${limit.zh}`, `stopped the clock of ${english(limit)}`),
        ...said(event.reason),
        element: event.element,
      };
    }
    case 'NumberTaken': {
      const field = naming.field(event.field);
      return { words: both(`取得${field.zh}：${event.number}`, `took ${english(field)}: ${event.number}`) };
    }
    case 'NumberVoided': {
      const field = naming.field(event.field);
      return {
        words: both(`${field.zh}作废：${event.number}`, `voided ${english(field)}: ${event.number}`),
        detail: VOID_BECAUSE[event.why],
      };
    }
    case 'SeatEmpty': {
      const wanted = naming.wanted(event.wanted);
      const to = event.fellTo.map((seat) => naming.seat(seat));
      return {
        words: both(
          `${wanted.zh}无人在岗，改送${to.map((seat) => seat.zh).join('、')}`,
          `nobody holds ${english(wanted)}; it went to ${to.map(english).join(', ')}`,
        ),
        element: event.element,
      };
    }
    case 'IncidentRaised': {
      const step = quoted(naming.step(event.element));
      return {
        words: both(`${step.zh}出现异常`, `${english(step)} ran into a problem`),
        detail: naming.trouble(event),
        element: event.element,
      };
    }
    case 'IncidentResolved':
      return { words: both('异常已处理', 'the problem was dealt with') };
    case 'Commented':
      return { words: both('留言', 'commented'), ...said(event.words) };
    case 'CaseEnded':
      return event.how === 'cancelled'
        ? { words: both('撤销了办件', 'cancelled the case'), ...said(event.reason ?? '') }
        : { words: both('办结', 'the case is closed') };
    case 'TitleSet':
    case 'FieldChanged':
    case 'FlowTaken':
    case 'ElementPassed':
    case 'ScopeOpened':
    case 'ScopeClosed':
    case 'TimerSet':
    case 'WaitCleared':
    case 'Subscribed':
    case 'MessageAddressed':
    case 'JobRequested':
    case 'JobAnswered':
    case 'SignalSent':
    case 'DeadlineSet':
      return undefined;
    case 'Noted':
      return noted(event, naming);
  }
}
