import type { ComponentType } from 'react';
import { Button } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import type { Json } from '@guicheng/server/contract';
import { useWords } from '../../words/words.ts';
import type { Values } from '../values.ts';
import { spoken, type Control } from './control.ts';

/** A table: a row a line, its columns as controls; on a narrow screen each row is a small form. */
export function RowsControl({ cell: Cell, ...control }: Control & { readonly cell: ComponentType<Control> }) {
  const { field, value, change } = control;
  const { w, t } = useWords();
  const rows = (Array.isArray(value) ? value : []) as readonly Values[];
  const put = (index: number, key: string, to: Json): void => change(rows.map((row, at) => (at === index ? { ...row, [key]: to } : row)));
  const columns = { gridTemplateColumns: `28px repeat(${field.columns.length}, minmax(0, 1fr)) 32px` };
  return (
    <div className="gc-rows">
      {rows.length > 0 ? (
        <div className="gc-row gc-row-head" style={columns}>
          <span />
          {field.columns.map((column) => (
            <span key={column.key}>
              {t(column.name)}
              {column.required ? <span className="gc-must">*</span> : null}
            </span>
          ))}
          <span />
        </div>
      ) : null}
      {rows.map((row, index) => (
        // A row has no name of its own: its place is what it is known by.
        <div key={index} className="gc-row" style={columns}>
          <span className="gc-quiet">{index + 1}</span>
          {field.columns.map((column) => (
            <div key={column.key}>
              <label
                id={`${control.id}-${index}-${column.key}-label`}
                className="gc-row-label"
                htmlFor={`${control.id}-${index}-${column.key}`}
              >
                {t(column.name)}
              </label>
              <Cell
                id={`${control.id}-${index}-${column.key}`}
                field={column}
                value={row[column.key] ?? null}
                faulty={false}
                compact
                describedBy={undefined}
                change={(to) => put(index, column.key, to)}
              />
            </div>
          ))}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={w('removeRow', { row: index + 1 })}
            onClick={() => change(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        {...spoken(control)}
        aria-label={`${t(field.name)} ${w('addRow')}`}
        icon={<PlusOutlined />}
        onClick={() => change([...rows, {}])}
      >
        {w('addRow')}
      </Button>
    </div>
  );
}
