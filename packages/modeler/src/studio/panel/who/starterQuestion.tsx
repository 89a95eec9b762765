import type { Asked } from '../asked.ts';
import { Choose } from '../control/choose.tsx';
import { EntryList } from '../control/entryList.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { processOf, drawnOf } from '../../file/process.ts';
import { plainOf } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { plainWho, whoOf, type Who, type WhoKind } from './assignment.ts';
import { AssignmentControl, kindsPossible, turnedInto } from './assignmentControl.tsx';
import { whoWords } from './whoWords.ts';

// Before there is a case nobody did a step or stands in a field.
const KINDS = ['post', 'initiator', 'leaderInCharge', 'onDuty'] as const;
const WHERES = ['wholeOffice', 'named'] as const;

/** Who may start the flow by hand: several add up, none means nobody. Asked of the process and of its start; it is said by the process. */
export function StarterQuestion(given: Asked) {
  const process = processOf(given.element);
  const element = (process && drawnOf(given.modeler, process)) ?? given.element;
  const asked = { ...given, element };
  const called = useCalled(asked);
  const { w, language } = called;
  const labels: { readonly [kind in (typeof KINDS)[number]]: string } = {
    post: w('whoPost'),
    initiator: w('starterAnyone'),
    leaderInCharge: w('starterLeader'),
    onDuty: w('whoOnDuty'),
  };
  const starters = wordsOf(element, 'gc:Starter').map((word) => whoOf(plainOf(word)));
  const wordsFor = (who: Who): string =>
    who.kind === 'initiator' || who.kind === 'leaderInCharge' ? labels[who.kind] : whoWords(who, called);
  return (
    <Question
      title={w('askStarters')}
      summary={starters.length === 0 ? w('startersNone') : starters.map(wordsFor).join(language === 'zh' ? '、' : ', ')}
    >
      {starters.length === 0 ? <p className="gc-row-note">{w('startersNoneLong')}</p> : null}
      <EntryList
        entries={starters}
        words={wordsFor}
        put={(next) => putWords(given.modeler, element, { word: 'gc:Starter', to: next.map(plainWho) })}
        add={{ label: w('addStarter'), fresh: () => turnedInto(asked, whoOf({}), 'post'), disabled: given.around.posts.length === 0 }}
      >
        {(who, change) => (
          <>
            <Choose<WhoKind>
              label={w('starterWho')}
              value={who.kind}
              choices={kindsPossible(asked, KINDS, who.kind).map((kind) => ({
                value: kind,
                label: kind in labels ? labels[kind as keyof typeof labels] : wordsFor(who),
              }))}
              put={(kind) => change(turnedInto(asked, who, kind))}
            />
            <AssignmentControl asked={asked} who={who} put={change} wheres={WHERES} />
          </>
        )}
      </EntryList>
    </Question>
  );
}
