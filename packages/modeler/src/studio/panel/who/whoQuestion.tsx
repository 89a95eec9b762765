import type { Asked } from '../asked.ts';
import { Choose, type Choice } from '../control/choose.tsx';
import { ChooseSeveral } from '../control/chooseSeveral.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { lanePostOf } from '../../file/lanes.ts';
import { doneByPeople } from '../../file/places.ts';
import { textAt } from '../../file/moddle.ts';
import { plainOf } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { plainWho, whoOf, type Who, type WhoKind } from './assignment.ts';
import { AssignmentControl, kindsPossible, turnedInto } from './assignmentControl.tsx';
import { foreignWho } from './foreignWho.ts';
import { useWhoLabels } from './whoLabels.ts';
import { whoWords } from './whoWords.ts';

const KINDS = ['post', 'leaderInCharge', 'personInField', 'personOfItem', 'initiator', 'sameAs', 'onDuty'] as const;
const WHERES = ['wholeOffice', 'initiators', 'named', 'field', 'ofStep', 'ofItem'] as const;

/** Who does a step: the lane's post unless it is said otherwise here, and who must not. */
export function WhoQuestion(asked: Asked) {
  const { modeler, element, around } = asked;
  const called = useCalled(asked);
  const { w, language } = called;
  const labels = useWhoLabels();
  const [word] = wordsOf(element, 'gc:Assignment');
  const who = word ? whoOf(plainOf(word)) : null;
  const lane = lanePostOf(element);
  const foreign = who ? undefined : foreignWho(element.businessObject, around, called);
  const barred = wordsOf(element, 'gc:NotSameAs').map((one) => textAt(one, 'step'));
  const put = (next: Who | null): void => putWords(modeler, element, { word: 'gc:Assignment', to: next ? [plainWho(next)] : [] });
  const choices: readonly Choice<WhoKind | 'lane'>[] = [
    {
      value: 'lane',
      label: foreign ? w('whoForeign', { who: foreign }) : lane ? w('whoLane', { post: called.post(lane) }) : w('whoNobody'),
    },
    ...kindsPossible(asked, KINDS, who?.kind ?? null).map((kind) => ({ value: kind, label: labels.who[kind] })),
  ];
  const others = doneByPeople(element);
  const counted = around.posts.find(({ id }) => id === (who ? (who.kind === 'post' ? who.post : '') : lane));
  const nobody = who === null && lane === '' && foreign === undefined;
  const parts = [
    who
      ? whoWords(who, called)
      : foreign
        ? w('whoForeign', { who: foreign })
        : lane
          ? w('whoLane', { post: called.post(lane) })
          : w('whoNobody'),
    ...(barred.length > 0 ? [w('notSameAsShort', { steps: barred.map(called.step).join(language === 'zh' ? '、' : ', ') })] : []),
  ];
  return (
    <Question title={w('askWho')} summary={parts.join(language === 'zh' ? '；' : '; ')} warns={nobody || counted?.people === 0}>
      <Choose<WhoKind | 'lane'>
        label={w('whoDoesIt')}
        value={who?.kind ?? 'lane'}
        choices={choices}
        put={(kind) => put(kind === 'lane' ? null : turnedInto(asked, who ?? whoOf({}), kind))}
        wrong={nobody ? w('whoMissing') : who === null && counted?.people === 0 ? w('postIsEmpty') : undefined}
      />
      {who ? <AssignmentControl asked={asked} who={who} put={put} wheres={WHERES} /> : null}
      {others.length > 0 ? (
        <ChooseSeveral
          label={w('notSameAs')}
          values={barred}
          choices={others.map((place) => ({ value: place.id, label: called.place(place) }))}
          put={(steps) => putWords(modeler, element, { word: 'gc:NotSameAs', to: steps.map((step) => ({ step })) })}
          placeholder={w('notSameAsNobody')}
        />
      ) : null}
    </Question>
  );
}
