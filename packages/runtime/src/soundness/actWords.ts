import type { Flow, Process } from '../diagram/model.ts';
import type { Json } from '../words/json.ts';
import type { Text } from '../words/text.ts';
import type { Act, Choice } from './act.ts';
import type { Model } from './model.ts';
import { placeName, wayName } from '../diagram/rules/placeName.ts';

/** An act in words: `办理“初审”，选择“通过”`. */
export function actWords(model: Model, act: Act): Text {
  const place = placeName(model.process, act.element);
  const done = doneWords(model, act, place);
  const choices = act.choices.filter(({ name }) => isFilledIn(model, name)).map((choice) => choiceWords(model.process, act, choice));
  const free = freeWords(model, act);
  return {
    zh: [done.zh, ...choices.map((one) => one.zh), ...free.map((one) => one.zh)].join('，'),
    en: [done.en, ...choices.map((one) => one.en), ...free.map((one) => one.en)].join(', '),
  };
}

/** Names that stand for a condition are told as ways. */
const isFilledIn = ({ subject }: Model, name: string): boolean => (subject.free.get(name)?.why ?? 'undeclared') === 'undeclared';

function doneWords(model: Model, act: Act, place: Required<Text>): Required<Text> {
  const element = model.element(act.element);
  const { zh, en } = place;
  switch (act.kind) {
    case 'start':
      return { zh: `办件从${zh}开始`, en: `A case begins at ${en}` };
    case 'complete':
      return { zh: `办理${zh}`, en: `${en} is done` };
    case 'answer':
      return element?.call ? { zh: `${zh}办完返回`, en: `${en} comes back` } : { zh: `${zh}自动完成`, en: `${en} is done by itself` };
    case 'startAdHoc':
      return { zh: `开始办理${zh}`, en: `${en} is begun` };
    case 'completeAdHoc':
      return { zh: `${zh}确认办完`, en: `${en} is said to be done` };
    case 'escalate':
      return { zh: `${zh}提请上级注意`, en: `${en} is escalated` };
    case 'change':
      return { zh: `${zh}的条件成立`, en: `The condition of ${en} comes true` };
    case 'fault':
      return { zh: `${zh}出错`, en: `${en} fails` };
    case 'due':
      return { zh: `${zh}到时`, en: `The time of ${en} has come` };
    case 'message':
      return { zh: `收到${zh}的消息`, en: `The message of ${en} comes` };
    case 'signal':
      return { zh: `收到${zh}的信号`, en: `The signal of ${en} comes` };
  }
}

/** What was chosen, in words: `选择“退回”`, `“金额”为“100”`. */
export function choiceWords(process: Process, act: Pick<Act, 'element'>, { name, value, now }: Choice): Required<Text> {
  const own = process.elements.find((element) => element.id === act.element)?.office.decision;
  const decision = own?.key === name ? own : process.elements.find(({ office }) => office.decision?.key === name)?.office.decision;
  const field = process.fields.find(({ key }) => key === name);
  const option = [...(decision?.options ?? []), ...(field?.options ?? [])].find((one) => one.value === value);
  const shown = option ? { zh: option.name.zh || option.value, en: option.name.en ?? option.name.zh } : valueWords(value);
  if (now && own?.key === name) return { zh: `选择“${shown.zh}”`, en: `choosing “${shown.en}”` };
  const called = (field ?? decision)?.name ?? { zh: name };
  const { zh, en = zh } = { zh: called.zh || name, en: called.en ?? called.zh };
  if (value === null) return { zh: `“${zh}”没有填`, en: `“${en}” is left empty` };
  return { zh: `“${zh}”为“${shown.zh}”`, en: `“${en}” is “${shown.en}”` };
}

function valueWords(value: Json): Required<Text> {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (Array.isArray(value)) return { zh: `${value.length} 项`, en: value.length === 1 ? 'one item' : `${value.length} items` };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { zh: text, en: text === '其他' ? 'something else' : text };
}

/** What a condition that is not followed is taken to be, or which of several ways. */
function freeWords({ subject, process }: Model, act: Act): readonly Required<Text>[] {
  return act.choices.flatMap(({ name, value }) => {
    const free = subject.free.get(name);
    if (!free || free.why === 'undeclared') return [];
    return free.ways(value).map((way) => {
      const flow = process.flows.find(({ id }) => id === way);
      if (flow?.condition) return { zh: `假定条件“${flow.condition}”成立`, en: `supposing that “${flow.condition}” holds` };
      return wayWords(process, flow);
    });
  });
}

function wayWords(process: Process, flow: Flow | undefined): Required<Text> {
  const { zh, en } = flow ? wayName(process, flow) : { zh: '', en: '' };
  return { zh: `走${zh}`, en: `taking ${en}` };
}
