import { Select } from 'antd';
import type { UnitOption } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { useWords } from '../../words/words.ts';
import { idsOf, textOf } from '../values.ts';
import { spoken, type Control } from './control.ts';
import { matches } from './matches.ts';
import { numbered } from './numbered.tsx';

/** A unit, or several in the order in which they were chosen. The house itself is none. */
export function UnitsControl(control: Control) {
  const { t, w } = useWords();
  const { field, value, faulty, change } = control;
  const units = useRead<readonly UnitOption[]>('/api/units');
  const many = field.type === 'units';
  const chosen = many ? idsOf(value) : [textOf(value)].filter((one) => one !== '');
  return (
    <Select
      {...spoken(control)}
      {...(faulty ? { status: 'error' as const } : {})}
      {...(many ? { mode: 'multiple' as const, tagRender: numbered(chosen) } : {})}
      allowClear
      loading={units.isPending}
      showSearch={{ filterOption: (input, option) => matches(input, option?.words ?? []), autoClearSearchValue: true }}
      options={(units.data ?? [])
        .filter((unit) => unit.parent !== null)
        .map((unit) => ({ value: unit.id, label: t(unit.name), words: [unit.id, unit.name] }))}
      value={many ? [...chosen] : (chosen[0] ?? null)}
      onChange={(next: string | string[] | null | undefined) => change(next ?? (many ? [] : null))}
      placeholder={w('findUnit')}
      style={{ width: '100%', maxWidth: many ? undefined : 420 }}
    />
  );
}
