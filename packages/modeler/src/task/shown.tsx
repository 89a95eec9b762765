import type { FormField, Json } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import { filesOf } from './field.tsx';

/** A value as it is read: names for ids, links for files, yuan for fen. */
export function Shown({ field, value }: { readonly field: FormField; readonly value: Json }) {
  const { t, w } = useWords();
  if (value === null || value === '') return <span style={{ opacity: 0.5 }}>—</span>;
  const one = (single: Json): string => {
    const named = field.shown?.find((shown) => shown.id === single)?.name ?? field.options.find((option) => option.value === single)?.name;
    return named ? t(named) : typeof single === 'string' || typeof single === 'number' ? String(single) : JSON.stringify(single);
  };
  if (field.type === 'file' || field.type === 'files') {
    return (
      <>
        {filesOf(value).map((file) => (
          <a key={file.id} href={`/api/files/${file.id}`} style={{ marginInlineEnd: 12 }}>
            {file.name}
          </a>
        ))}
      </>
    );
  }
  if (field.type === 'table' && Array.isArray(value)) {
    const rows = value as readonly { readonly [key: string]: Json }[];
    return (
      <>{rows.map((row) => field.columns.map((column) => `${t(column.name)} ${String(row[column.key] ?? '')}`).join('，')).join('；')}</>
    );
  }
  if (field.type === 'yesNo') return <>{value === true ? w('yes') : w('no')}</>;
  if (field.type === 'money' && typeof value === 'number') return <>¥{(value / 100).toFixed(2)}</>;
  if (field.type === 'dateTime') return <>{new Date(String(value)).toLocaleString()}</>;
  return <span style={{ whiteSpace: 'pre-wrap' }}>{Array.isArray(value) ? value.map(one).join('、') : one(value)}</span>;
}
