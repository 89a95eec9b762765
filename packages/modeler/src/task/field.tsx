import { lazy, Suspense } from 'react';
import { Button, Checkbox, Input, InputNumber, Radio, Select, Upload } from 'antd';
import type { FileRef, FormField, Json, PersonOption, UnitOption } from '@guicheng/server/contract';
import { ask } from '../api/client.ts';
import { useRead } from '../api/queries.ts';
import { useWords } from '../words/words.ts';

const Day = lazy(() => import('./day.tsx').then((module) => ({ default: module.Day })));

/** One control; `value` is what stands in the form, `change` what the person made of it. */
interface Control {
  readonly field: FormField;
  readonly value: Json;
  readonly change: (value: Json) => void;
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : '');
const listOf = (value: Json): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** The control of a field's type. */
export function FieldControl({ field, value, change }: Control) {
  const { t, w } = useWords();
  const label = t(field.name);
  const options = field.options.map((option) => ({ value: option.value, label: t(option.name) }));
  switch (field.type) {
    case 'longText':
    case 'opinion':
      return (
        <Input.TextArea
          aria-label={label}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={textOf(value)}
          onChange={(event) => change(event.target.value)}
        />
      );
    case 'yesNo':
      return (
        <Radio.Group aria-label={label} value={value} onChange={(event) => change(event.target.value as Json)}>
          <Radio value={true}>{w('yes')}</Radio>
          <Radio value={false}>{w('no')}</Radio>
        </Radio.Group>
      );
    case 'choice':
      return options.length <= 4 ? (
        <Radio.Group aria-label={label} options={options} value={value} onChange={(event) => change(event.target.value as Json)} />
      ) : (
        <Select
          aria-label={label}
          showSearch
          optionFilterProp="label"
          options={options}
          value={textOf(value) || null}
          onChange={(next: string) => change(next)}
          placeholder={w('chooseFirst')}
          style={{ width: '100%' }}
        />
      );
    case 'choices':
      return <Checkbox.Group aria-label={label} options={options} value={[...listOf(value)]} onChange={(next) => change(next)} />;
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          precision={field.decimals ?? 0}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => change(next)}
          style={{ width: 160 }}
        />
      );
    case 'money':
      return (
        <InputNumber
          aria-label={label}
          prefix="¥"
          precision={2}
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(next) => change(next === null ? null : Math.round(next * 100))}
          style={{ width: 180 }}
        />
      );
    case 'date':
    case 'dateTime':
      return (
        <Suspense fallback={<Input disabled />}>
          <Day label={label} time={field.type === 'dateTime'} value={textOf(value)} change={change} />
        </Suspense>
      );
    case 'person':
    case 'persons':
      return <People field={field} value={value} change={change} />;
    case 'unit':
    case 'units':
      return <Units field={field} value={value} change={change} />;
    case 'file':
    case 'files':
      return <Files field={field} value={value} change={change} />;
    case 'table':
      return <Rows field={field} value={value} change={change} />;
    case 'series':
      return <span style={{ opacity: 0.7 }}>{textOf(value) || w('atNumber')}</span>;
    case 'signature':
      return null;
    default:
      return <Input aria-label={label} value={textOf(value)} onChange={(event) => change(event.target.value)} />;
  }
}

function People({ field, value, change }: Control) {
  const { t, w } = useWords();
  const people = useRead<readonly PersonOption[]>('/api/people').data ?? [];
  const options = people.map((person) => ({ value: person.id, label: `${t(person.name)}（${t(person.unit)}）` }));
  const many = field.type === 'persons';
  return (
    <Select
      aria-label={t(field.name)}
      showSearch
      optionFilterProp="label"
      {...(many ? { mode: 'multiple' as const } : {})}
      options={options}
      value={many ? [...listOf(value)] : textOf(value) || null}
      onChange={(next: string | string[]) => change(next)}
      placeholder={w('chooseFirst')}
      style={{ width: '100%' }}
    />
  );
}

function Units({ field, value, change }: Control) {
  const { t, w } = useWords();
  const units = useRead<readonly UnitOption[]>('/api/units').data ?? [];
  const many = field.type === 'units';
  return (
    <Select
      aria-label={t(field.name)}
      showSearch
      optionFilterProp="label"
      {...(many ? { mode: 'multiple' as const } : {})}
      options={units.filter((unit) => unit.parent !== null).map((unit) => ({ value: unit.id, label: t(unit.name) }))}
      value={many ? [...listOf(value)] : textOf(value) || null}
      onChange={(next: string | string[]) => change(next)}
      placeholder={w('chooseFirst')}
      style={{ width: '100%' }}
    />
  );
}

/** Files that a value holds. */
export const filesOf = (value: Json): readonly FileRef[] =>
  (Array.isArray(value) ? value : value ? [value] : []) as unknown as readonly FileRef[];

function Files({ field, value, change }: Control) {
  const { w, t } = useWords();
  const files = filesOf(value);
  const kept = (list: readonly FileRef[]): Json => list.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType }));
  return (
    <Upload
      fileList={files.map((file) => ({ uid: file.id, name: file.name, status: 'done' as const, url: `/api/files/${file.id}` }))}
      customRequest={({ file, onSuccess, onError }) => {
        const body = new FormData();
        body.append('file', file as Blob);
        ask<FileRef>('/api/files', 'POST', body).then(
          (stored) => {
            change(kept(field.type === 'file' ? [stored] : [...files, stored]));
            onSuccess?.(stored);
          },
          (error: unknown) => onError?.(error instanceof Error ? error : new Error('upload')),
        );
      }}
      onRemove={(file) => change(kept(files.filter((one) => one.id !== file.uid)))}
    >
      <Button size="small" aria-label={`${w('upload')} ${t(field.name)}`}>
        {w('upload')}
      </Button>
    </Upload>
  );
}

function Rows({ field, value, change }: Control) {
  const { w, t } = useWords();
  const rows = (Array.isArray(value) ? value : []) as readonly { readonly [key: string]: Json }[];
  const put = (index: number, key: string, to: Json): void => change(rows.map((row, at) => (at === index ? { ...row, [key]: to } : row)));
  return (
    <div>
      {rows.map((row, index) => (
        // A row has no name of its own: its place is what it is known by.
        // eslint-disable-next-line react/no-array-index-key
        <div
          key={index}
          style={{ display: 'grid', gridTemplateColumns: `repeat(${field.columns.length}, 1fr) auto`, gap: 6, marginBottom: 6 }}
        >
          {field.columns.map((column) => (
            <div key={column.key}>
              <div style={{ fontSize: 12, opacity: 0.7 }}>{t(column.name)}</div>
              <FieldControl field={column} value={row[column.key] ?? null} change={(to) => put(index, column.key, to)} />
            </div>
          ))}
          <Button size="small" style={{ alignSelf: 'end' }} onClick={() => change(rows.filter((_, at) => at !== index))}>
            {w('removeRow')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => change([...rows, {}])}>
        {w('addRow')}
      </Button>
    </div>
  );
}
