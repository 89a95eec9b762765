import { Button } from 'antd';
import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import type { Language } from '@guicheng/runtime/model';
import type { ReactNode } from 'react';
import { useWords } from '../../../words/words.ts';
import { type NamedPlain, ownName, renamed, textOf } from '../../file/named.ts';
import { LineInput } from './lineInput.tsx';

/** One of a list of named things – options, buttons, columns –: its names, its place among the others, and what belongs to it. */
export function NamedLine<One extends NamedPlain>({
  one,
  labels,
  last,
  first,
  act,
  remove,
  children,
}: {
  readonly one: One;
  readonly labels: { readonly name: string; readonly nameIn: string; readonly remove: string };
  readonly first: boolean;
  readonly last: boolean;
  readonly act: { readonly rename: (one: One) => void; readonly move: (by: -1 | 1) => void };
  /** Null: it must stay. */
  readonly remove: (() => void) | null;
  /** Beside the name in the other language. */
  readonly children?: ReactNode;
}) {
  const { w, t, language } = useWords();
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const name = t(textOf(one));
  return (
    <>
      <div className="gc-option-line">
        <LineInput
          label={labels.name}
          value={ownName(one, language) || name}
          needed
          put={(text) => act.rename(renamed(one, language, text))}
        />
        <Button
          size="small"
          type="text"
          icon={<ArrowUpOutlined />}
          disabled={first}
          aria-label={w('optionUp', { option: name })}
          title={w('moveUp')}
          onClick={() => act.move(-1)}
        />
        <Button
          size="small"
          type="text"
          icon={<ArrowDownOutlined />}
          disabled={last}
          aria-label={w('optionDown', { option: name })}
          title={w('moveDown')}
          onClick={() => act.move(1)}
        />
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          disabled={remove === null}
          aria-label={labels.remove}
          title={labels.remove}
          onClick={() => remove?.()}
        />
      </div>
      <div className="gc-option-line">
        <LineInput
          label={labels.nameIn}
          value={ownName(one, other)}
          placeholder={w('inOtherLanguage')}
          needed={other === 'zh'}
          put={(text) => act.rename(renamed(one, other, text))}
        />
        {children}
      </div>
    </>
  );
}
