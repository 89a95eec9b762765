import type { Field } from '../diagram/office.ts';
import type { Json } from '../words/json.ts';

/** What only the office knows. */
export interface Lookups {
  personExists(person: string): boolean;
  unitExists(unit: string): boolean;
  /** An uploaded file that this person may use, under its own id. Without it only the shape of files is checked: the asker looks them up. */
  file?(file: string): { readonly id?: string; readonly name: string; readonly size: number; readonly mediaType: string } | undefined;
}

/** A value of the right shape with all that it names looked up: files come back as they are stored. Undefined where something does not exist. */
export function existing(lookups: Lookups, field: Pick<Field, 'type' | 'columns'>, value: Json): Json | undefined {
  switch (field.type) {
    case 'person':
      return lookups.personExists(String(value)) ? value : undefined;
    case 'unit':
      return lookups.unitExists(String(value)) ? value : undefined;
    case 'persons':
    case 'units':
    case 'files': {
      const one = { persons: 'person', units: 'unit', files: 'file' } as const;
      const type = one[field.type];
      return every(list(value), (entry) => existing(lookups, { type, columns: [] }, entry));
    }
    case 'file':
      return storedFile(lookups, value as { readonly [key: string]: Json });
    case 'table':
      return every(list(value), (row) => existingRow(lookups, field, row as { readonly [key: string]: Json }));
    default:
      // -0 would come back from JSON as 0.
      return typeof value === 'number' ? value + 0 : value;
  }
}

function storedFile(lookups: Lookups, value: { readonly [key: string]: Json }): Json | undefined {
  const id = String(value['id']);
  if (!lookups.file) return { id, name: value['name'] ?? null, size: value['size'] ?? null, mediaType: value['mediaType'] ?? null };
  const stored = lookups.file(id);
  return stored && { id: stored.id ?? id, name: stored.name, size: stored.size, mediaType: stored.mediaType };
}

function existingRow(lookups: Lookups, field: Pick<Field, 'columns'>, row: { readonly [key: string]: Json }): Json | undefined {
  const cells: [string, Json][] = [];
  for (const [key, value] of Object.entries(row)) {
    const column = field.columns.find((one) => one.key === key);
    const found = column && value !== null ? existing(lookups, column, value) : value;
    if (found === undefined) return undefined;
    cells.push([key, found]);
  }
  return Object.fromEntries(cells);
}

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

function every(values: readonly Json[], look: (value: Json) => Json | undefined): Json | undefined {
  const found = values.map(look);
  return found.includes(undefined) ? undefined : (found as readonly Json[]);
}
