import type { FormField, Json, PersonOption, UnitOption } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { moment, useWords } from '../words/words.ts';
import { filesOf } from './field/filesOf.ts';
import { listed } from './listed.ts';
import { moneyText } from './money.ts';
import { sizeText } from './upload.ts';
import { idsOf, isBlank, type Values } from './values.ts';

/** A value as it is read: names for ids, links for files, yuan for fen, a table as a table. */
export function Shown({ field, value }: { readonly field: FormField; readonly value: Json }) {
  const { t, w, language } = useWords();
  if (isBlank(value)) return <span className="gc-quiet">—</span>;
  const one = (single: Json): string => {
    const named = field.shown?.find((shown) => shown.id === single)?.name ?? field.options.find((option) => option.value === single)?.name;
    return named ? t(named) : typeof single === 'string' || typeof single === 'number' ? String(single) : '';
  };
  switch (field.type) {
    case 'file':
    case 'files':
      return (
        <span className="gc-links">
          {filesOf(value).map((file) => (
            <span key={file.id}>
              <a href={`/api/files/${file.id}`}>{file.name}</a> <span className="gc-quiet">{sizeText(file.size)}</span>
            </span>
          ))}
        </span>
      );
    case 'table':
      return <Rows field={field} rows={Array.isArray(value) ? (value as readonly Values[]) : []} />;
    case 'yesNo':
      return <>{value === true ? w('yes') : w('no')}</>;
    case 'money':
      return <>{typeof value === 'number' ? moneyText(value) : one(value)}</>;
    case 'person':
    case 'persons':
    case 'unit':
    case 'units':
      return <Named field={field} value={value} />;
    case 'dateTime':
      return <>{moment(String(value))}</>;
    default:
      return <span style={{ whiteSpace: 'pre-wrap' }}>{Array.isArray(value) ? listed(value.map(one), language) : one(value)}</span>;
  }
}

/** People and units by name; who was chosen just now is not among the names that came with the form and is looked up. */
function Named({ field, value }: { readonly field: FormField; readonly value: Json }) {
  const { t, language } = useWords();
  const ids = typeof value === 'string' ? [value] : idsOf(value);
  const unknown = ids.some((id) => !field.shown?.some((one) => one.id === id));
  const list = field.type === 'person' || field.type === 'persons' ? '/api/people' : '/api/units';
  const all = useRead<readonly (PersonOption | UnitOption)[]>(unknown ? list : null).data ?? [];
  const names = [...(field.shown ?? []), ...all];
  return (
    <>
      {listed(
        ids.map((id) => {
          const name = names.find((one) => one.id === id)?.name;
          return name ? t(name) : id;
        }),
        language,
      )}
    </>
  );
}

function Rows({ field, rows }: { readonly field: FormField; readonly rows: readonly Values[] }) {
  const { t } = useWords();
  return (
    <table className="gc-table">
      <thead>
        <tr>
          {field.columns.map((column) => (
            <th key={column.key}>{t(column.name)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {field.columns.map((column) => (
              <td key={column.key}>
                <Shown field={column} value={row[column.key] ?? null} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
