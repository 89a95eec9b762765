import { useState } from 'react';
import { Button, Checkbox, Select } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import type { FieldType } from '@guicheng/runtime/checking';
import { useWords } from '../../../words/words.ts';
import { moved } from './decisionCommands.ts';
import { type FieldPlain, freshName, ownName, renamed, textOf, typeOf } from './fieldPlain.ts';
import { COLUMN_TYPES, fieldWord } from './fieldTypes.ts';
import { isChoice, retyped } from './freshField.ts';
import { LineInput } from './lineInput.tsx';
import { newKey } from './newKey.ts';
import { OptionsEditor } from './optionsEditor.tsx';

/** The columns of a table: fields again, of simple kinds. */
export function ColumnsEditor({
  columns,
  put,
}: {
  readonly columns: readonly FieldPlain[];
  readonly put: (columns: readonly FieldPlain[]) => void;
}) {
  const { w, t, language } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const change = (at: number, column: FieldPlain): void => put(columns.map((one, index) => (index === at ? column : one)));
  const add = (): void => {
    const key = newKey('', 'column', new Set(columns.map((column) => column.key)));
    put([...columns, { ...freshName(language, w('columnNew', { number: columns.length + 1 })), key, type: 'text' }]);
  };
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="gc-options">
      {columns.map((column, at) => {
        const name = t(textOf(column));
        const number = at + 1;
        return (
          <div key={column.key} className="gc-option">
            <div className="gc-option-line">
              <LineInput
                label={w('columnName', { number })}
                value={ownName(column, language) || name}
                needed
                put={(text) => change(at, renamed(column, language, text))}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={w('optionUp', { option: name })}
                title={w('moveUp')}
                onClick={() => put(moved(columns, at, -1))}
              />
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                disabled={columns.length === 1}
                aria-label={w('removeColumn', { column: name })}
                title={w('removeColumn', { column: name })}
                onClick={() => put(columns.filter((one) => one !== column))}
              />
            </div>
            <LineInput
              label={w('columnNameIn', { number })}
              value={ownName(column, other)}
              placeholder={w('inOtherLanguage')}
              needed={other === 'zh'}
              put={(text) => change(at, renamed(column, other, text))}
            />
            <div className="gc-option-line">
              <Select<FieldType>
                size="small"
                aria-label={w('columnType', { number })}
                value={typeOf(column)}
                options={COLUMN_TYPES.map((type) => ({ value: type, label: w(fieldWord(type)) }))}
                onChange={(type) => {
                  change(at, retyped(column, type));
                  if (isChoice(type)) setOpen(column.key);
                }}
                popupMatchSelectWidth={false}
              />
              <Checkbox
                checked={column.required ?? false}
                aria-label={w('requiredField', { field: name })}
                onChange={(event) => change(at, { ...column, required: event.target.checked })}
              >
                {w('fieldRequired')}
              </Checkbox>
              {isChoice(column.type) ? (
                <Button
                  size="small"
                  type="link"
                  aria-expanded={open === column.key}
                  onClick={() => setOpen(open === column.key ? null : column.key)}
                >
                  {w('fieldOptions')}
                </Button>
              ) : null}
            </div>
            {isChoice(column.type) && open === column.key ? (
              <OptionsEditor
                kind="option"
                options={column.options ?? []}
                fewest={1}
                put={(options) => change(at, { ...column, options })}
              />
            ) : null}
          </div>
        );
      })}
      <Button size="small" type="text" icon={<PlusOutlined />} onClick={add}>
        {w('addColumn')}
      </Button>
    </div>
  );
}
