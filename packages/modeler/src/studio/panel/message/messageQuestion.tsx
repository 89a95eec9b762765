import { inLanguage } from '@guicheng/runtime/model';
import type { Asked } from '../asked.ts';
import { MappingRows } from '../call/mappingRows.tsx';
import { Choose } from '../control/choose.tsx';
import { isAmount } from '../control/amount.tsx';
import { Typed } from '../control/typed.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { heldBy } from '../../file/fields.ts';
import { textOf } from '../../file/places.ts';
import { MESSAGE, sharedNames } from '../event/shared.ts';
import { processOf } from '../../file/process.ts';
import { textAt } from '../../file/moddle.ts';
import type { Plain } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useWords } from '../../../words/words.ts';
import { useCalled } from '../useCalled.ts';
import { isSent, messageHolderOf, messageNameOf, partnersOf, putMessageName } from './message.ts';

/** Which message is sent or waited for, which case it belongs to, and what it carries. */
export function MessageQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const called = useCalled(asked);
  const { w, language } = called;
  if (!messageHolderOf(element)) return null;
  const sent = isSent(element);
  const name = messageNameOf(element);
  const partners = partnersOf(element).map((partner) => inLanguage(textOf(partner), language));
  const said = wordsOf(element, 'gc:Correlation')[0];
  const key = textAt(said, 'key');
  const keepFor = textAt(said, 'keepFor');
  const ours = heldBy(processOf(element));
  const summary = [name || w('messageNone'), ...partners.map((partner) => w(sent ? 'messageTo' : 'messageFrom', { partner }))];
  return (
    <Question title={sent ? w('askSent') : w('askAwaited')} summary={summary.join(' · ')} warns={name === ''}>
      <Typed
        label={w('messageName')}
        value={name}
        put={(text) => putMessageName(modeler, element, text)}
        offers={sharedNames(element, MESSAGE)}
        note={w('messageNameNote')}
      />
      <p className="gc-row-note">
        {partners.length === 0 ? w(sent ? 'messageToNobody' : 'messageFromNobody') : summary.slice(1).join(language === 'zh' ? '、' : ', ')}
      </p>
      <Choose
        label={w('messageKey')}
        value={key}
        choices={[
          { value: '', label: w('messageKeyNone') },
          ...ours.map((field) => ({ value: field.key, label: called.field(field.key) })),
          ...(key === '' || ours.some((field) => field.key === key) ? [] : [{ value: key, label: key }]),
        ]}
        put={(next) => putWords(modeler, element, { word: 'gc:Correlation', to: saying(next, keepFor) })}
        note={w('messageKeyNote')}
      />
      {sent ? (
        <KeepFor keepFor={keepFor} put={(next) => putWords(modeler, element, { word: 'gc:Correlation', to: saying(key, next) })} />
      ) : null}
      <MappingRows
        asked={asked}
        direction={{
          word: 'gc:Payload',
          title: sent ? w('carries') : w('carriesHere'),
          add: w('addCarried'),
          fromLabel: sent ? w('fromHere') : w('inMessage'),
          toLabel: sent ? w('inMessage') : w('toHere'),
          from: sent ? ours : null,
          to: sent ? null : ours,
        }}
      />
    </Question>
  );
}

/** What is said of how a message is matched; nothing where there is nothing to say. */
const saying = (key: string, keepFor: string): readonly Plain[] =>
  key === '' && keepFor === '' ? [] : [{ ...(key === '' ? {} : { key }), ...(keepFor === '' ? {} : { keepFor }) }];

/** How many days a message is kept for somebody to wait for it. A time that was written in another form is said, and stays until days are typed. */
function KeepFor({ keepFor, put }: { readonly keepFor: string; readonly put: (keepFor: string) => void }) {
  const { w } = useWords();
  const [, days] = /^P(\d{1,4})D$/.exec(keepFor) ?? [];
  const otherwise = keepFor !== '' && days === undefined;
  return (
    <Typed
      figure
      label={w('keepFor')}
      value={days ?? ''}
      put={(text) => (text === '' && otherwise ? undefined : put(text === '' ? '' : `P${text}D`))}
      check={(text) => (text === '' || isAmount(text, 1) ? undefined : w('wholeNumber'))}
      placeholder={otherwise ? keepFor : '30'}
      after={w('unitDays')}
      note={w('keepForNote')}
    />
  );
}
