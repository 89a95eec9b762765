import { useState } from 'react';
import { Button, Checkbox, Select } from 'antd';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import type { FieldType } from '@guicheng/runtime/checking';
import { useWords } from '../../../words/words.ts';
import { moved } from './decisionCommands.ts';
import { type FieldPlain, typeOf } from './fieldPlain.ts';
import { freshName, textOf } from '../../file/named.ts';
import { COLUMN_TYPES, fieldWord } from '../../fieldTypes.ts';
import { isChoice, retyped } from './freshField.ts';
import { NamedLine } from './namedLine.tsx';
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
  return (
    <div className="gc-options">
      {columns.map((column, at) => {
        const name = t(textOf(column));
        const number = at + 1;
        return (
          <div key={column.key} className="gc-option">
            <NamedLine
              one={column}
              labels={{
                name: w('columnName', { number }),
                nameIn: w('columnNameIn', { number }),
                remove: w('removeColumn', { column: name }),
              }}
              first={at === 0}
              last={at === columns.length - 1}
              act={{ rename: (next) => change(at, next), move: (by) => put(moved(columns, at, by)) }}
              remove={columns.length > 1 ? () => put(columns.filter((one) => one !== column)) : null}
            />
            <div className="gc-option-line">
              <Select<FieldType>
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
