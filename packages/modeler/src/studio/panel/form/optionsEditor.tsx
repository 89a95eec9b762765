import { Button, Select } from 'antd';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import type { Word } from '../../../words/zh.ts';
import { useWords } from '../../../words/words.ts';
import { freshOption, type Manner, moved } from './decisionCommands.ts';
import type { OptionPlain } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { NamedLine } from './namedLine.tsx';

const MANNERS: readonly (readonly [Manner, Word])[] = [
  ['forward', 'mannerForward'],
  ['back', 'mannerBack'],
  ['refuse', 'mannerRefuse'],
];

/** What is called differently for the options of a field and for the buttons of a decision. */
const CALLED = {
  option: { name: 'optionName', nameIn: 'optionNameIn', remove: 'removeOption', add: 'addOption', fresh: 'optionName' },
  answer: { name: 'answerName', nameIn: 'answerNameIn', remove: 'removeAnswer', add: 'addAnswer', fresh: 'newAnswer' },
} as const satisfies { readonly [kind: string]: { readonly [word: string]: Word } };

/** Options of a choice, or buttons of a decision: renamed, moved, added and removed; their values are made by themselves and stay. */
export function OptionsEditor({
  kind,
  options,
  put,
  fewest,
  remove,
}: {
  readonly kind: keyof typeof CALLED;
  readonly options: readonly OptionPlain[];
  readonly put: (options: readonly OptionPlain[]) => void;
  /** As many must stay. */
  readonly fewest: number;
  /** Where removing one takes more than that. */
  readonly remove?: (option: OptionPlain) => void;
}) {
  const { w, t, language } = useWords();
  const called = CALLED[kind];
  const take = (option: OptionPlain): void => put(options.filter((one) => one !== option));
  const change = (at: number, option: OptionPlain): void => put(options.map((one, index) => (index === at ? option : one)));
  return (
    <div className="gc-options">
      {options.map((option, at) => {
        const name = t(textOf(option));
        return (
          <div key={option.value} className="gc-option">
            <NamedLine
              one={option}
              labels={{
                name: w(called.name, { number: at + 1 }),
                nameIn: w(called.nameIn, { number: at + 1 }),
                remove: w(called.remove, { option: name, answer: name }),
              }}
              first={at === 0}
              last={at === options.length - 1}
              act={{ rename: (next) => change(at, next), move: (by) => put(moved(options, at, by)) }}
              remove={options.length > fewest ? () => (remove ?? take)(option) : null}
            >
              {kind === 'answer' ? (
                <Select<string>
                  aria-label={w('answerManner', { answer: name })}
                  value={option.manner ?? 'forward'}
                  options={MANNERS.map(([manner, word]) => ({ value: manner, label: w(word) }))}
                  onChange={(manner) => change(at, { ...option, manner })}
                  popupMatchSelectWidth={false}
                />
              ) : null}
            </NamedLine>
          </div>
        );
      })}
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        onClick={() => put([...options, freshOption(options, language, w(called.fresh, { number: options.length + 1 }))])}
      >
        {w(called.add)}
      </Button>
    </div>
  );
}
