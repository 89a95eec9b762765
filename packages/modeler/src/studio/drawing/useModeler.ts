import { useEffect, useState, type RefObject } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { useWords } from '../../words/words.ts';
import { makeModeler, type Modeler } from '../canvas/modeler.ts';

interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

/** The editor on a place of the page, once the diagram is open in it; `undo` and `redo` are there when there is something to. */
export function useModeler(
  place: RefObject<HTMLElement | null>,
  xml: string,
): {
  readonly modeler: Modeler | undefined;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
} {
  const { language } = useWords();
  const [modeler, setModeler] = useState<Modeler>();
  const [can, setCan] = useState({ undo: false, redo: false });
  useEffect(() => {
    if (!place.current) return undefined;
    const made = makeModeler(place.current, { language });
    const stack = made.get<CommandStack>('commandStack');
    let over = false;
    made.on('commandStack.changed', () => setCan({ undo: stack.canUndo(), redo: stack.canRedo() }));
    made.importXML(xml).then(
      () => over || setModeler(made),
      () => undefined,
    );
    return () => {
      over = true;
      setModeler(undefined);
      made.destroy();
    };
  }, [place, xml, language]);
  const stack = modeler?.get<CommandStack>('commandStack');
  return { modeler, undo: can.undo ? () => stack?.undo() : undefined, redo: can.redo ? () => stack?.redo() : undefined };
}
