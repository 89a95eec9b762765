import { Button } from 'antd';
import { useState } from 'react';
import type { Asked } from '../asked.ts';
import { Entry } from '../control/entry.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import type { Held } from '../../file/fields.ts';
import { plainOf, type Plain } from '../../file/plain.ts';
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
  const { w, t } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const rows = wordsOf(element, direction.word).map(plainOf);
  const put = (to: readonly Plain[]): void => putWords(modeler, element, { word: direction.word, to });
  const change = (index: number, next: Mapping): void => put(rows.map((one, at) => (at === index ? { ...one, ...next } : one)));
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
    <div className="gc-list">
      <h4>{direction.title}</h4>
      {rows.map((row, index) => {
        const mapping = mappingOf(row);
        return (
          <Entry
            key={index}
            words={line(mapping)}
            open={open === index}
            toggle={() => setOpen(open === index ? null : index)}
            remove={{ label: w('removeThis', { what: line(mapping) }), act: () => put(rows.filter((_, at) => at !== index)) }}
          >
            {direction.from === null ? (
              <TargetControl
                label={direction.fromLabel}
                to={mapping.from}
                fields={null}
                put={(from) => change(index, { ...mapping, from })}
              />
            ) : (
              <SourceControl
                label={direction.fromLabel}
                from={mapping.from}
                fields={direction.from}
                put={(from) => change(index, { ...mapping, from })}
              />
            )}
            <TargetControl
              label={direction.toLabel}
              to={mapping.to}
              fields={direction.to}
              put={(to) => change(index, { ...mapping, to })}
            />
          </Entry>
        );
      })}
      <Button
        size="small"
        onClick={() => {
          put([...rows, { ...(direction.begins ?? { from: first, to: direction.to?.[0]?.key ?? first }) }]);
          setOpen(rows.length);
        }}
      >
        {direction.add}
      </Button>
    </div>
  );
}
