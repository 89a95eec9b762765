import { inLanguage } from '@guicheng/runtime/model';
import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { Choose } from '../control/choose.tsx';
import { EntryList } from '../control/entryList.tsx';
import { namesWith, putWords, wordsOf } from '../../file/extension.ts';
import { nodesOf } from '../../file/places.ts';
import { processOf } from '../../file/process.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { nameBy } from '../who/whoWords.ts';

const KINDS = ['calls', 'starts', 'feeds', 'informs'] as const;
const partsOf = (plain: Plain): readonly Plain[] => (plain['whats'] as readonly Plain[] | undefined) ?? [];
const textIn = (plain: Plain, property: string): string => String(plain[property] ?? '');

/** How this flow touches others, for the index and the handbook. It moves nothing. */
export function LinksQuestion(asked: Asked) {
  const { modeler, element, around } = asked;
  const called = useCalled(asked);
  const { w, language } = called;
  const links = wordsOf(element, 'gc:Link').map(plainOf);
  const own = processOf(element)?.id;
  const flows = around.flows.filter(({ key }) => key !== own);
  const flow = nameBy(
    flows.map(({ key, name }) => ({ id: key, name })),
    language,
  );
  const kinds: { readonly [kind: string]: string } = {
    calls: w('linkCalls'),
    starts: w('linkStarts'),
    feeds: w('linkFeeds'),
    informs: w('linkInforms'),
  };
  const line = (plain: Plain): string => `${kinds[textIn(plain, 'kind')] ?? textIn(plain, 'kind')} ${flow(textIn(plain, 'to'))}`;
  const english = (plain: Plain): string => String(partsOf(plain).find((part) => part['lang'] === 'en')?.['text'] ?? '');
  return (
    <Question title={w('askLinks')} summary={links.length === 0 ? w('linksNone') : links.map(line).join(language === 'zh' ? '；' : '; ')}>
      <p className="gc-row-note">{w('linksNote')}</p>
      <EntryList
        entries={links}
        words={line}
        put={(to) => putWords(modeler, element, { word: 'gc:Link', to })}
        add={{ label: w('addLink'), fresh: () => ({ to: flows[0]?.key ?? '', kind: 'informs' }), disabled: flows.length === 0 }}
      >
        {(plain, change) => (
          <>
            <Choose
              label={w('whichFlow')}
              value={textIn(plain, 'to')}
              choices={[
                ...flows.map(({ key, name }) => ({ value: key, label: inLanguage(name, language) })),
                ...(flows.some(({ key }) => key === plain['to']) ? [] : [{ value: textIn(plain, 'to'), label: textIn(plain, 'to') }]),
              ]}
              put={(to) => change({ ...plain, to })}
            />
            <Choose
              label={w('linkKind')}
              value={textIn(plain, 'kind')}
              choices={[
                ...KINDS.map((kind) => ({ value: kind as string, label: kinds[kind] ?? kind })),
                ...(KINDS.some((kind) => kind === plain['kind']) ? [] : [{ value: textIn(plain, 'kind'), label: textIn(plain, 'kind') }]),
              ]}
              put={(kind) => change({ ...plain, kind })}
            />
            <Choose
              label={w('linkAt')}
              value={textIn(plain, 'at')}
              choices={[
                { value: '', label: w('linkAnywhere') },
                ...nodesOf(element).map((place) => ({ value: place.id, label: called.place(place) })),
              ]}
              put={(at) => change({ ...plain, at })}
            />
            <Both
              labels={{ zh: w('linkWhatChinese'), en: w('linkWhatEnglish') }}
              texts={{ zh: textIn(plain, 'what'), en: english(plain) }}
              put={(language, text) =>
                change(language === 'zh' ? { ...plain, what: text } : { ...plain, whats: namesWith(partsOf(plain), { language, text }) })
              }
            />
          </>
        )}
      </EntryList>
    </Question>
  );
}
