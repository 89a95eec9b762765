import { Form } from 'antd';
import type { FormField, Json, Problem } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import { FieldControl } from './field.tsx';
import { Shown } from './shown.tsx';

export type Values = { readonly [field: string]: Json };

/** The form of a step: what others wrote above, read-only; what is to be filled in below, each with its fault beside it. */
export function StepForm({
  fields,
  values,
  change,
  faults,
}: {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly change: (field: string, value: Json) => void;
  readonly faults: Problem['fields'];
}) {
  const { t } = useWords();
  const read = fields.filter((field) => field.access === 'read' && field.value !== null);
  const written = fields.filter((field) => field.access === 'write' && field.type !== 'signature');
  return (
    <>
      {read.length > 0 ? (
        <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '6px 16px', margin: '0 0 16px', fontSize: 13 }}>
          {read.map((field) => (
            <div key={field.key} style={{ display: 'contents' }}>
              <dt style={{ opacity: 0.65 }}>{t(field.name)}</dt>
              <dd style={{ margin: 0 }}>
                <Shown field={field} value={field.value} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Form layout="vertical" size="middle">
        {written.map((field) => {
          const fault = faults?.find((one) => one.field === field.key);
          return (
            <Form.Item
              key={field.key}
              label={t(field.name)}
              required={field.required}
              {...(field.help ? { extra: t(field.help) } : {})}
              {...(fault ? { validateStatus: 'error' as const, help: t(fault.expected) } : {})}
              style={{ marginBottom: 14 }}
            >
              <FieldControl
                field={field}
                value={field.key in values ? (values[field.key] ?? null) : field.value}
                change={(value) => change(field.key, value)}
              />
            </Form.Item>
          );
        })}
      </Form>
    </>
  );
}
