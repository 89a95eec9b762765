import { inLanguage } from '@guicheng/runtime/model';
import type { Asked } from '../asked.ts';
import { Choose, type Choice } from '../control/choose.tsx';
import { heldBy, type Held } from '../../file/fields.ts';
import { textOf } from '../../file/places.ts';
import { definitionsOf, processOf } from '../../file/process.ts';
import { elementsAt, textAt, type ModdleElement, type Modeling } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { MappingRows } from './mappingRows.tsx';

/** Which flow is called, and what goes in and comes back; nothing else crosses. */
export function CallQuestion(asked: Asked) {
  const { modeler, element, around } = asked;
  const { w, language } = useWords();
  const key = textAt(element.businessObject, 'calledElement');
  const own = processOf(element);
  const here = elementsAt(definitionsOf(element), 'rootElements').filter((root) => root.$type === 'bpmn:Process' && root !== own);
  const label = (process: ModdleElement): string => inLanguage(textOf(process), language) || (process.id ?? '');
  const flows: readonly Choice<string>[] = [
    ...here.map((process) => ({ value: process.id ?? '', label: label(process) })),
    ...around.flows
      .filter((flow) => flow.key !== own?.id && !here.some(({ id }) => id === flow.key))
      .map((flow) => ({ value: flow.key, label: inLanguage(flow.name, language) })),
  ];
  const found = flows.find(({ value }) => value === key);
  const called = here.find(({ id }) => id === key);
  const elsewhere = around.flows.find((flow) => flow.key === key)?.fields;
  const theirs = called ? heldBy(called) : (elsewhere?.map((field): Held => ({ ...field, type: null, perItem: false })) ?? null);
  const ours = heldBy(own);
  return (
    <Question title={w('askCall')} summary={key === '' ? w('callNone') : (found?.label ?? key)} warns={found === undefined}>
      <Choose
        label={w('calledFlow')}
        value={key}
        choices={[...flows, ...(found || key === '' ? [] : [{ value: key, label: key }])]}
        put={(calledElement) => modeler.get<Modeling>('modeling').updateProperties(element, { calledElement })}
        placeholder={w('chooseFirst')}
        wrong={key === '' ? w('callMissing') : found ? undefined : w('callUnknown')}
      />
      <MappingRows
        asked={asked}
        direction={{
          word: 'gc:In',
          title: w('goesIn'),
          add: w('addGoesIn'),
          fromLabel: w('fromHere'),
          toLabel: w('toThere'),
          from: ours,
          to: theirs,
        }}
      />
      <MappingRows
        asked={asked}
        direction={{
          word: 'gc:Out',
          title: w('comesBack'),
          add: w('addComesBack'),
          fromLabel: w('fromThere'),
          toLabel: w('toHere'),
          from: theirs,
          to: ours,
        }}
      />
    </Question>
  );
}
