import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { Button, Modal } from 'antd';
import { useShowing } from '../../../../task/shownNow.ts';
import type { Values } from '../../../../task/values.ts';
import { useWords } from '../../../../words/words.ts';
import { usePlaceName } from '../../condition/usePlaceName.ts';
import type { Services } from '../../../file/moddle.ts';
import { entriesOf, type Shown } from '../entries.ts';
import { decisionOf } from '../fieldPlain.ts';
import { textOf } from '../../../file/named.ts';
import { fieldWord } from '../../../fieldTypes.ts';
import { hideField, moveField, type FormPlace } from '../formCommands.ts';
import { type Acts, DesignedEntry, designedId } from './designedEntry.tsx';
import { type Carried, dropped, type Target } from './dropped.ts';
import { formFieldOf } from './formFieldOf.ts';
import { Picked } from './picked.tsx';
import { Shelf } from './shelf.tsx';
import { useCarrying } from './useCarrying.ts';
import '../../../../task/task.css';
import './designer.css';

/** As many fields are drawn at once; the others when they come near. */
const EARLY = 12;

interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

/**
 * 表单设计: the very form that staff will see at a step, on which fields are dragged, added and changed. Every change is a command of the editor at
 * once, so undo holds here as on the canvas. What is tried in the fields is kept nowhere.
 */
export function Designer({ place, close }: { readonly place: FormPlace; readonly close: () => void }) {
  const { w, t, language } = useWords();
  const nameOf = usePlaceName();
  const [picked, setPicked] = useState<string | null>(null);
  const [values, setValues] = useState<Values>({});
  const entries = entriesOf(place.process, place.step.businessObject);
  const decision = decisionOf(place.step.businessObject);
  // Only conditions make it matter what was tried.
  const conditional = entries.some(({ field }) => field.showWhen);
  const fields = conditional ? entries.map(formFieldOf) : [];
  const shownNow = useShowing({ fields, decision: decision ? { key: decision.key } : null }, values)(undefined);
  const drop = (carried: Carried, target: Target): void => {
    const name = carried.what === 'new' ? w('newFieldOf', { type: w(fieldWord(carried.type)) }) : '';
    const key = dropped(place, carried, { target, naming: { language, name } });
    setPicked(key);
    requestAnimationFrame(() => document.getElementById(designedId(key))?.scrollIntoView({ block: 'nearest' }));
  };
  const carrying = useCarrying(drop);
  const move = (key: string, by: -1 | 1): void => {
    const part = entries.filter(({ mode }) => mode === entries.find(({ field }) => field.key === key)?.mode).map(({ field }) => field.key);
    const at = part.indexOf(key);
    if (part[at + by] === undefined) return;
    if (by < 0) moveField(place, key, part[at - 1] ?? null);
    else
      drop({ what: 'shown', key }, { mode: entries.find(({ field }) => field.key === key)?.mode ?? 'write', before: part[at + 2] ?? null });
    // An element that moves loses the focus.
    requestAnimationFrame(() => document.getElementById(designedId(key))?.focus());
  };
  const acts = useSteady({
    pick: setPicked,
    move,
    hide: (key) => hideField(place, key),
    fill: (key, value) => conditional && setValues((before) => ({ ...before, [key]: value })),
    drag: (event, key) => carrying.start(event, { what: 'shown', key }, document.getElementById(designedId(key))),
    over: (event, key) => {
      const entry = entries.find(({ field }) => field.key === key);
      if (entry) carrying.over(event, { mode: entry.mode, before: upper(event) ? key : keyBehind(entries, entry) });
    },
  });
  const part = (mode: Shown['mode']) => entries.filter((shown) => shown.mode === mode);
  const section = (mode: Shown['mode']) => (
    <section
      className="gc-designer-part"
      data-falls={(carrying.target?.mode === mode && carrying.target.before === null) || undefined}
      aria-label={w(mode === 'write' ? 'designerFill' : 'designerSee')}
      onDragOver={(event) => carrying.over(event, { mode, before: null })}
    >
      <h3>{w(mode === 'write' ? 'designerFill' : 'designerSee')}</h3>
      {part(mode).map((shown) => (
        <DesignedEntry
          key={shown.field.key}
          shown={shown}
          early={entries.indexOf(shown) < EARLY}
          picked={picked === shown.field.key}
          hidden={conditional && !shownNow.has(shown.field.key)}
          falls={carrying.target?.mode === mode && carrying.target.before === shown.field.key}
          acts={acts}
        />
      ))}
      {part(mode).length === 0 ? (
        <p className="gc-designer-empty">{w(mode === 'write' ? 'designerEmptyFill' : 'designerEmptySee')}</p>
      ) : null}
    </section>
  );
  return (
    <Modal
      open
      width={1240}
      centered
      className="gc-designer"
      title={w('designerTitle', { step: nameOf(place.step.businessObject) })}
      onCancel={close}
      footer={<Foot modeler={place.modeler} close={close} />}
    >
      <div className="gc-designer-body">
        <Shelf
          place={place}
          carrying={carrying}
          add={(carried) => drop(carried, { mode: carried.what === 'known' ? 'read' : 'write', before: null })}
        />
        <main className="gc-designer-form" onDrop={carrying.fall} onDragEnd={carrying.end}>
          <p className="gc-quiet">{w('designerTry')}</p>
          {section('read')}
          {section('write')}
          {decision ? (
            <div className="gc-designer-buttons" inert>
              {(decision.options ?? []).map((option) => (
                <Button
                  key={option.value}
                  type={option.manner === 'back' || option.manner === 'refuse' ? 'default' : 'primary'}
                  danger={option.manner === 'refuse'}
                >
                  {t(textOf(option))}
                </Button>
              ))}
            </div>
          ) : null}
          <p className="gc-quiet">{w('designerOrder')}</p>
        </main>
        <Picked place={place} shown={entries.find(({ field }) => field.key === picked)} />
      </div>
    </Modal>
  );
}

/** Whether the mouse is over the upper half. */
function upper(event: DragEvent): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2;
}

/** The field of the same part behind one; null where it is the last. */
function keyBehind(entries: readonly Shown[], entry: Shown): string | null {
  const part = entries.filter(({ mode }) => mode === entry.mode);
  return part[part.indexOf(entry) + 1]?.field.key ?? null;
}

/** Functions that stay the same while what they do is always the newest: two hundred fields are not drawn anew for them. */
function useSteady(acts: Acts): Acts {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      pick: (key) => latest.current.pick(key),
      move: (key, by) => latest.current.move(key, by),
      hide: (key) => latest.current.hide(key),
      fill: (key, value) => latest.current.fill(key, value),
      drag: (event, key) => latest.current.drag(event, key),
      over: (event, key) => latest.current.over(event, key),
    }),
    [],
  );
}

function Foot({ modeler, close }: { readonly modeler: Services; readonly close: () => void }) {
  const { w } = useWords();
  const stack = modeler.get<CommandStack>('commandStack');
  return (
    <>
      <Button disabled={!stack.canUndo()} onClick={() => stack.undo()}>
        {w('undo')}
      </Button>
      <Button type="primary" onClick={close}>
        {w('designerDone')}
      </Button>
    </>
  );
}
