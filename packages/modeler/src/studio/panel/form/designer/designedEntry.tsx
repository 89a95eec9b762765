import { memo, useState, type DragEvent, type KeyboardEvent } from 'react';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import HolderOutlined from '@ant-design/icons/es/icons/HolderOutlined';
import { Button, Tag } from 'antd';
import type { Json } from '@guicheng/server/contract';
import { StepForm } from '../../../../task/form.tsx';
import { useWords } from '../../../../words/words.ts';
import { isSameShown, type Shown } from '../entries.ts';
import { typeOf } from '../fieldPlain.ts';
import { textOf } from '../../../file/named.ts';
import { fieldWord } from '../../../fieldTypes.ts';
import { formFieldOf } from './formFieldOf.ts';
import { useNear } from './useNear.ts';

/** The element around a field of the designer: where the focus stays when the field moves. */
export const designedId = (key: string): string => `gc-designed-${key}`;

/** What can be done with a field on the form; the same functions for as long as the designer is open. */
export interface Acts {
  pick(key: string): void;
  move(key: string, by: -1 | 1): void;
  hide(key: string): void;
  fill(key: string, value: Json): void;
  drag(event: DragEvent, key: string): void;
  over(event: DragEvent, key: string): void;
}

interface EntryProps {
  readonly shown: Shown;
  /** Near enough to be seen soon: until then only its name is drawn. */
  readonly early: boolean;
  readonly picked: boolean;
  /** Its condition does not hold on what was tried. */
  readonly hidden: boolean;
  /** What is dragged would fall before it. */
  readonly falls: boolean;
  readonly acts: Acts;
}

/** One field on the form as staff see it, with a handle to drag it by. Drawn anew only where it changed: a form may have two hundred. */
export const DesignedEntry = memo(
  function DesignedEntry({ shown, early, picked, hidden, falls, acts }: EntryProps) {
    const { w, t } = useWords();
    const [value, setValue] = useState<Json | undefined>(undefined);
    const { near, watch } = useNear(early);
    const { field, mode } = shown;
    const name = t(textOf(field)) || w('unnamedPlace');
    const key = (event: KeyboardEvent): void => {
      // What is tried in a field is undone there, not on the canvas.
      if (event.target !== event.currentTarget && (event.ctrlKey || event.metaKey)) event.stopPropagation();
      if (event.target !== event.currentTarget) return;
      const done =
        event.altKey && event.key === 'ArrowUp'
          ? () => acts.move(field.key, -1)
          : event.altKey && event.key === 'ArrowDown'
            ? () => acts.move(field.key, 1)
            : event.key === 'Enter' || event.key === ' '
              ? () => acts.pick(field.key)
              : event.key === 'Delete'
                ? () => acts.hide(field.key)
                : null;
      if (!done) return;
      event.preventDefault();
      done();
    };
    return (
      <div
        ref={watch}
        id={designedId(field.key)}
        className="gc-designed"
        data-picked={picked || undefined}
        data-hidden={hidden || undefined}
        data-falls={falls || undefined}
        role="group"
        tabIndex={0}
        aria-label={w('dragField', {
          field: name,
          type: w(fieldWord(typeOf(field))),
          mode: w(mode === 'write' ? 'fieldWrite' : 'fieldRead'),
        })}
        onClick={() => acts.pick(field.key)}
        onKeyDown={key}
        onDragOver={(event) => acts.over(event, field.key)}
      >
        <span className="gc-designed-handle" draggable title={w('designerKeys')} onDragStart={(event) => acts.drag(event, field.key)}>
          <HolderOutlined />
        </span>
        <div className="gc-designed-form" inert={field.type === 'file' || field.type === 'files'}>
          {field.showWhen ? <Tag>{w('showWhenHolds')}</Tag> : null}
          {!near ? (
            name
          ) : mode === 'write' ? (
            <StepForm
              fields={[formFieldOf(shown)]}
              values={value === undefined ? {} : { [field.key]: value }}
              change={(key, next) => {
                setValue(next);
                acts.fill(key, next);
              }}
              faults={undefined}
            />
          ) : (
            <dl className="gc-facts">
              <dt>{name}</dt>
              <dd className="gc-quiet">{w('filledByOthers')}</dd>
            </dl>
          )}
        </div>
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          className="gc-designed-hide"
          icon={<CloseOutlined />}
          aria-label={`${w('hideFieldHere')}：${name}`}
          title={w('hideFieldHere')}
          onClick={(event) => {
            event.stopPropagation();
            acts.hide(field.key);
          }}
        />
      </div>
    );
  },
  (one, other) =>
    one.picked === other.picked &&
    one.hidden === other.hidden &&
    one.falls === other.falls &&
    one.acts === other.acts &&
    isSameShown(one.shown, other.shown),
);
