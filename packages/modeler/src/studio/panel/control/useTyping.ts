import { useEffect, useRef, useState } from 'react';
import { usePanel } from '../usePanel.ts';
import type { Services } from '../../file/moddle.ts';
import { beginTyping, type Typing } from '../typing.ts';

/** After so many milliseconds without a key what was typed is written into the diagram. */
const PAUSE = 800;

/** What is typed into, and how it is written. */
export interface Writing {
  readonly value: string;
  /** One command, or none. Told the text without blanks around it. */
  readonly put: (text: string) => void;
  /** What is wrong with a text, in words; such a text stays in the field and is not written. */
  readonly check?: ((text: string) => string | undefined) | undefined;
  /** False: not at a pause, only when the field is left, and then the field is empty again for the next. */
  readonly atOnce?: boolean;
  /** An empty text is no answer: left so, the field gives back what stood there. */
  readonly needed?: boolean;
}

/**
 * Text that is written into the diagram at blur, Enter or a pause, as one step of undo. What stands in the field is never replaced while somebody
 * types.
 */
export function useTyping(writing: Writing) {
  const { modeler, element } = usePanel();
  const [draft, setDraft] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const state = useRef({ draft: null as string | null, written: null as string | null, composing: false, timer: 0 });
  const session = useRef<Typing | null>(null);
  const latest = useRef(writing);
  useEffect(() => {
    latest.current = writing;
  });

  const write = (): boolean => {
    const now = state.current;
    clearTimeout(now.timer);
    if (now.draft === null || now.draft === now.written) return true;
    const text = now.draft.trim();
    if (text === '' && latest.current.needed) return true;
    if (latest.current.check?.(text) || !isThere(modeler, element)) return false;
    session.current ??= beginTyping(modeler);
    now.written = now.draft;
    setPending(false);
    session.current.write(() => latest.current.put(text));
    return true;
  };
  const end = (): void => {
    session.current?.end();
    session.current = null;
  };
  const forget = (): void => {
    clearTimeout(state.current.timer);
    Object.assign(state.current, { draft: null, written: null });
    setDraft(null);
    setPending(false);
  };
  const leave = (): void => {
    if (write()) forget();
    end();
  };
  const later = (): void => {
    clearTimeout(state.current.timer);
    if (!state.current.composing && writing.atOnce !== false) state.current.timer = window.setTimeout(write, PAUSE);
  };
  const last = useRef({ write, end });
  useEffect(() => {
    last.current = { write, end };
  });
  // What was written down and then undone elsewhere gives way; what is still being typed does not.
  useEffect(() => {
    const now = state.current;
    if (now.draft === null || now.draft !== now.written || now.draft.trim() === writing.value) return;
    Object.assign(now, { draft: null, written: null });
    setDraft(null);
  }, [writing.value]);
  // Whoever clicks on the canvas leaves the field without a blur.
  useEffect(
    () => () => {
      last.current.write();
      last.current.end();
    },
    [],
  );
  return {
    shown: draft ?? writing.value,
    write,
    leave,
    /** For the field itself. */
    field: {
      value: draft ?? writing.value,
      'data-pending': pending || undefined,
      onBlur: leave,
      onChange(event: { readonly target: { readonly value: string } }): void {
        state.current.draft = event.target.value;
        setDraft(event.target.value);
        setPending(true);
        later();
      },
      onCompositionStart(): void {
        state.current.composing = true;
        later();
      },
      onCompositionEnd(): void {
        state.current.composing = false;
        later();
      },
      /** Escape gives back what stands in the diagram. */
      onKeyDown(event: { readonly key: string; stopPropagation(): void }): void {
        if (event.key !== 'Escape' || !pending || state.current.composing) return;
        event.stopPropagation();
        forget();
      },
    },
  };
}

interface Canvas {
  getRootElement(): { readonly id: string } | undefined;
}

/** Whether the element is still in the diagram. */
const isThere = (modeler: Services, element: string): boolean =>
  modeler.get<{ get(id: string): unknown }>('elementRegistry').get(element) !== undefined ||
  modeler.get<Canvas>('canvas').getRootElement()?.id === element;
