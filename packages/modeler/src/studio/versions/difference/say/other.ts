import type { Said } from '../change.ts';
import type { Both } from '../kindOf.ts';
import { said } from '../sentence.ts';

const ASPECTS: { readonly [fact: string]: Both } = {
  'gc:Assignment': { zh: '办理人的设置', en: 'who does it' },
  'gc:Form': { zh: '表单的设置', en: 'the form' },
  'gc:Access': { zh: '这一步的表单', en: 'the form of this step' },
  'gc:Decision': { zh: '要作的决定', en: 'the decision' },
  'gc:Deadline': { zh: '时限的设置', en: 'the time limit' },
  'gc:Risk': { zh: '风险点的设置', en: 'the risk point' },
  'gc:Handling': { zh: '办理操作', en: 'what may be done beside completing' },
  'gc:Name': { zh: '其他语言的名称', en: 'names in other languages' },
  'gc:Correlation': { zh: '消息对应办件的依据', en: 'how the message finds its case' },
  'gc:Job': { zh: '自动办理的方式', en: 'how it is done by itself' },
  'gc:About': { zh: '流程的说明', en: 'what is said of the flow' },
  eventDefinitions: { zh: '事件的设置', en: 'the event' },
  loopCharacteristics: { zh: '办理方式', en: 'how it is done' },
  conditionExpression: { zh: '分支条件的写法', en: 'how the condition is written' },
  messageRef: { zh: '对应的消息', en: 'its message' },
  processRef: { zh: '泳池对应的流程', en: 'the flow of the pool' },
};

/** Something changed for which there is no sentence of its own: it is said all the same, with BPMN's own word in a tooltip. */
export function tellOther(fact: string): Said {
  const aspect = ASPECTS[fact];
  const line = aspect
    ? said('other', { zh: `${aspect.zh}有变化`, en: `Changed: ${aspect.en}` })
    : said('other', { zh: '其他设置有变化', en: 'Another setting changed' });
  return { ...line, bpmn: fact };
}
