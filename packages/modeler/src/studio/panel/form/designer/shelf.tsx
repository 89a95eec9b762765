import { Button } from 'antd';
import { useWords } from '../../../../words/words.ts';
import { hiddenAt } from '../entries.ts';
import { typeOf } from '../fieldPlain.ts';
import { textOf } from '../../../file/named.ts';
import { FIELD_WORDS, fieldWord } from '../../../fieldTypes.ts';
import type { FormPlace } from '../formCommands.ts';
import type { Carried } from './dropped.ts';
import type { Carrying } from './useCarrying.ts';

/** What can be put on the form: new fields of every kind, and those of the flow that this step hides. By dragging, a click, or the keyboard. */
export function Shelf({
  place,
  carrying,
  add,
}: {
  readonly place: FormPlace;
  readonly carrying: Carrying;
  readonly add: (carried: Carried) => void;
}) {
  const { w, t } = useWords();
  const known = hiddenAt(place.process, place.step.businessObject);
  const piece = (carried: Carried, label: string, title: string) => (
    <Button
      key={carried.what === 'new' ? carried.type : carried.key}
      size="small"
      draggable
      title={title}
      onDragStart={(event) => carrying.start(event, carried)}
      onDragEnd={carrying.end}
      onClick={() => add(carried)}
    >
      {label}
    </Button>
  );
  return (
    <aside className="gc-designer-shelf" aria-label={w('designerShelf')}>
      <h3>{w('designerShelf')}</h3>
      <p className="gc-quiet">{w('designerShelfHint')}</p>
      <div className="gc-designer-pieces">
        {FIELD_WORDS.map(([type, word]) => piece({ what: 'new', type }, w(word), w('newFieldOf', { type: w(word) })))}
      </div>
      <h3>{w('designerKnown')}</h3>
      {known.length === 0 ? (
        <p className="gc-quiet">{w('designerKnownNone')}</p>
      ) : (
        <div className="gc-designer-pieces gc-designer-known">
          {known.map((field) =>
            piece({ what: 'known', key: field.key }, t(textOf(field)) || w('unnamedPlace'), w(fieldWord(typeOf(field)))),
          )}
        </div>
      )}
    </aside>
  );
}
