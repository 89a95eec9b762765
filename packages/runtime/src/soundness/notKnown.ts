import type { Element, Process } from '../diagram/model.ts';
import type { ElementId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';

/** The first element whose construct is not explored yet: the answer is then that it could not be told, never a guess. */
export function notKnown(process: Process): { readonly element: ElementId; readonly reason: Text } | undefined {
  for (const element of process.elements) {
    const construct = constructIn(element);
    const [zh, en] = construct ? NAMES[construct] : [];
    if (zh && en)
      return { element: element.id, reason: { zh: `${zh}（${element.id}）尚不能试走`, en: `${en} (${element.id}) is not explored yet` } };
  }
  return undefined;
}

const NAMES = {
  transaction: ['事务子流程', 'a transaction'],
  adHocSubProcess: ['即席子流程', 'an ad-hoc sub-process'],
  compensation: ['补偿', 'compensation'],
  cancel: ['取消事件', 'a cancel event'],
  parallelMultiple: ['并行多重事件', 'a parallel multiple event'],
  parallelStart: ['并行启动的事件网关', 'a parallel instantiating event gateway'],
} as const;

function constructIn({
  type,
  triggers,
  parallelMultiple,
  eventGatewayType,
  forCompensation,
  compensatedBy,
}: Element): keyof typeof NAMES | undefined {
  if (type === 'transaction' || type === 'adHocSubProcess') return type;
  if (forCompensation || compensatedBy || triggers.some(({ kind }) => kind === 'compensate')) return 'compensation';
  if (triggers.some(({ kind }) => kind === 'cancel')) return 'cancel';
  if (parallelMultiple) return 'parallelMultiple';
  return eventGatewayType === 'parallel' ? 'parallelStart' : undefined;
}
