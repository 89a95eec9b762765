import type { Asked } from '../asked.ts';
import { EntryList } from '../control/entryList.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import type { Held } from '../../file/fields.ts';
import { plainOf } from '../../file/plain.ts';
import { useWords } from '../../../words/words.ts';
import { mappingOf, sourceOf, type Mapping } from './mapping.ts';
import { SourceControl } from './sourceControl.tsx';
import { TargetControl } from './targetControl.tsx';

/** One direction of a border: which word says it, what it is called, and the fields on both sides (null: not known here). */
export interface Direction {
  readonly word: 'gc:In' | 'gc:Out' | 'gc:Set' | 'gc:Payload';
  readonly title: string;
  readonly add: string;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly from: readonly Held[] | null;
  readonly to: readonly Held[] | null;
  /** What a new line says, where that is not a field under its own name. */
  readonly begins?: Mapping;
}

/** What crosses in one direction, a line each; nothing else does. */
export function MappingRows({ asked: { modeler, element }, direction }: { readonly asked: Asked; readonly direction: Direction }) {
  const { t } = useWords();
  const rows = wordsOf(element, direction.word).map(plainOf);
  const nameOf = (fields: readonly Held[] | null, key: string): string => {
    const found = fields?.find((field) => field.key === key);
    return found ? t(found.name) || key : key;
  };
  const line = ({ from, to }: Mapping): string => {
    const source = sourceOf(from);
    const said = source.kind === 'field' ? nameOf(direction.from, source.key) : source.kind === 'words' ? `“${source.words}”` : source.feel;
    return `${said} → ${nameOf(direction.to, to)}`;
  };
  const first = direction.from?.[0]?.key ?? direction.to?.[0]?.key ?? 'value';
  return (
    <div className="gc-panel-list">
      <h4>{direction.title}</h4>
      <EntryList
        entries={rows}
        words={(row) => line(mappingOf(row))}
        put={(to) => putWords(modeler, element, { word: direction.word, to })}
        add={{ label: direction.add, fresh: () => ({ ...(direction.begins ?? { from: first, to: direction.to?.[0]?.key ?? first }) }) }}
      >
        {(row, change) => {
          const { from, to } = mappingOf(row);
          const fromPut = (next: string): void => change({ ...row, from: next });
          return (
            <>
              {direction.from === null ? (
                <TargetControl label={direction.fromLabel} to={from} fields={null} put={fromPut} />
              ) : (
                <SourceControl label={direction.fromLabel} from={from} fields={direction.from} put={fromPut} />
              )}
              <TargetControl label={direction.toLabel} to={to} fields={direction.to} put={(next) => change({ ...row, to: next })} />
            </>
          );
        }}
      </EntryList>
    </div>
  );
}
