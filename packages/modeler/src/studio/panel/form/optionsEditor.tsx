import { Button, Select } from 'antd';
import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import type { Language } from '@guicheng/runtime/model';
import type { Word } from '../../../words/zh.ts';
import { useWords } from '../../../words/words.ts';
import { freshOption, type Manner, moved } from './decisionCommands.ts';
import { type OptionPlain, ownName, renamed, textOf } from './fieldPlain.ts';
import { LineInput } from './lineInput.tsx';

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
}: {
  readonly kind: keyof typeof CALLED;
  readonly options: readonly OptionPlain[];
  readonly put: (options: readonly OptionPlain[]) => void;
  /** As many must stay. */
  readonly fewest: number;
}) {
  const { w, t, language } = useWords();
  const called = CALLED[kind];
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const change = (at: number, option: OptionPlain): void => put(options.map((one, index) => (index === at ? option : one)));
  return (
    <div className="gc-options">
      {options.map((option, at) => {
        const name = t(textOf(option));
        const number = at + 1;
        return (
          <div key={option.value} className="gc-option">
            <div className="gc-option-line">
              <LineInput
                label={w(called.name, { number })}
                value={ownName(option, language) || name}
                needed
                put={(text) => change(at, renamed(option, language, text))}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={w('optionUp', { option: name })}
                title={w('moveUp')}
                onClick={() => put(moved(options, at, -1))}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                disabled={at === options.length - 1}
                aria-label={w('optionDown', { option: name })}
                title={w('moveDown')}
                onClick={() => put(moved(options, at, 1))}
              />
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                disabled={options.length <= fewest}
                aria-label={w(called.remove, { option: name, answer: name })}
                title={w(called.remove, { option: name, answer: name })}
                onClick={() => put(options.filter((one) => one !== option))}
              />
            </div>
            <div className="gc-option-line">
              <LineInput
                label={w(called.nameIn, { number })}
                value={ownName(option, other)}
                placeholder={w('inOtherLanguage')}
                needed={other === 'zh'}
                put={(text) => change(at, renamed(option, other, text))}
              />
              {kind === 'answer' ? (
                <Select<string>
                  size="small"
                  aria-label={w('answerManner', { answer: name })}
                  value={option.manner ?? 'forward'}
                  options={MANNERS.map(([manner, word]) => ({ value: manner, label: w(word) }))}
                  onChange={(manner) => change(at, { ...option, manner })}
                  popupMatchSelectWidth={false}
                />
              ) : null}
            </div>
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
