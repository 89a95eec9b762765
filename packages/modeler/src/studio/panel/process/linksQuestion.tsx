import { inLanguage } from '@guicheng/runtime/model';
import { Button } from 'antd';
import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Both } from '../control/both.tsx';
import { Choose } from '../control/choose.tsx';
import { Entry } from '../control/entry.tsx';
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
  const [open, setOpen] = useState<number | null>(null);
  const links = wordsOf(element, 'gc:Link').map(plainOf);
  const put = (to: readonly Plain[]): void => putWords(modeler, element, { word: 'gc:Link', to });
  const change = (index: number, plain: Plain): void => put(links.map((one, at) => (at === index ? plain : one)));
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
      {links.map((plain, index) => (
        <Entry
          key={index}
          words={line(plain)}
          open={open === index}
          toggle={() => setOpen(open === index ? null : index)}
          remove={{ label: w('removeThis', { what: line(plain) }), act: () => put(links.filter((_, at) => at !== index)) }}
        >
          <Choose
            label={w('whichFlow')}
            value={textIn(plain, 'to')}
            choices={[
              ...flows.map(({ key, name }) => ({ value: key, label: inLanguage(name, language) })),
              ...(flows.some(({ key }) => key === plain['to']) ? [] : [{ value: textIn(plain, 'to'), label: textIn(plain, 'to') }]),
            ]}
            put={(to) => change(index, { ...plain, to })}
          />
          <Choose
            label={w('linkKind')}
            value={textIn(plain, 'kind')}
            choices={[
              ...KINDS.map((kind) => ({ value: kind as string, label: kinds[kind] ?? kind })),
              ...(KINDS.some((kind) => kind === plain['kind']) ? [] : [{ value: textIn(plain, 'kind'), label: textIn(plain, 'kind') }]),
            ]}
            put={(kind) => change(index, { ...plain, kind })}
          />
          <Choose
            label={w('linkAt')}
            value={textIn(plain, 'at')}
            choices={[
              { value: '', label: w('linkAnywhere') },
              ...nodesOf(element).map((place) => ({ value: place.id, label: called.place(place) })),
            ]}
            put={(at) => change(index, { ...plain, at })}
          />
          <Both
            labels={{ zh: w('linkWhatChinese'), en: w('linkWhatEnglish') }}
            texts={{ zh: textIn(plain, 'what'), en: english(plain) }}
            put={(language, text) =>
              change(
                index,
                language === 'zh' ? { ...plain, what: text } : { ...plain, whats: namesWith(partsOf(plain), { language, text }) },
              )
            }
          />
        </Entry>
      ))}
      <Button
        size="small"
        disabled={flows.length === 0}
        onClick={() => {
          put([...links, { to: flows[0]?.key ?? '', kind: 'informs' }]);
          setOpen(links.length);
        }}
      >
        {w('addLink')}
      </Button>
    </Question>
  );
}
