import { Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useDesk } from '../desk.ts';
import type { Services } from '../../file/moddle.ts';
import { beginTyping, type Typing } from '../typing.ts';
import { Row } from './row.tsx';

/** After so many milliseconds without a key what was typed is written into the diagram. */
const PAUSE = 800;

export interface TypedProps {
  readonly label: string;
  readonly value: string;
  /** One command, or none. Told the text without blanks around it. */
  readonly put: (text: string) => void;
  /** Several lines. */
  readonly lines?: boolean;
  /** False: not at a pause, only at Enter or blur, and then the field is empty again for the next. */
  readonly atOnce?: boolean;
  /** What is wrong with a text, in words; such a text stays in the field and is not written. */
  readonly check?: (text: string) => string | undefined;
  readonly note?: string | undefined;
  readonly placeholder?: string;
  /** Behind the field: a unit. */
  readonly after?: ReactNode;
  /** Texts that the browser offers while one types. */
  readonly offers?: readonly string[];
}

/**
 * Text that is written into the diagram at blur, Enter or a pause, as one step of undo. What stands in the field is never replaced while somebody
 * types; what the check refuses stays there with its reason.
 */
export function Typed({ label, value, put, lines = false, atOnce = true, check, note, placeholder, after, offers }: TypedProps) {
  const typing = useTyping({ value, put, check, atOnce });
  const shown = typing.draft ?? value;
  const common = {
    value: shown,
    placeholder,
    onChange: (event: { readonly target: { readonly value: string } }) => typing.type(event.target.value),
    onBlur: typing.leave,
    onCompositionStart: () => typing.compose(true),
    onCompositionEnd: () => typing.compose(false),
    'data-pending': typing.pending || undefined,
  };
  return (
    <Row label={label} note={note} wrong={check?.(shown.trim())}>
      {(tied) =>
        lines ? (
          <Input.TextArea {...tied} {...common} autoSize={{ minRows: 2, maxRows: 10 }} />
        ) : (
          <>
            <Input
              {...tied}
              {...common}
              {...(after === undefined ? {} : { suffix: after })}
              {...(offers ? { list: `${tied.id}-offers` } : {})}
              onPressEnter={(event) => !event.nativeEvent.isComposing && (atOnce ? typing.write() : typing.leave())}
            />
            {offers ? (
              <datalist id={`${tied.id}-offers`}>
                {offers.map((offer) => (
                  <option key={offer} value={offer} />
                ))}
              </datalist>
            ) : null}
          </>
        )
      }
    </Row>
  );
}

interface Writing {
  readonly value: string;
  readonly put: (text: string) => void;
  readonly check?: ((text: string) => string | undefined) | undefined;
  readonly atOnce: boolean;
}

function useTyping(writing: Writing) {
  const { modeler, element } = useDesk();
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
  const leave = (): void => {
    if (write()) {
      Object.assign(state.current, { draft: null, written: null });
      setDraft(null);
    }
    end();
  };
  const later = (): void => {
    clearTimeout(state.current.timer);
    if (!state.current.composing && writing.atOnce) state.current.timer = window.setTimeout(write, PAUSE);
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
    draft,
    pending,
    write,
    leave,
    type(text: string): void {
      state.current.draft = text;
      setDraft(text);
      setPending(true);
      later();
    },
    compose(composing: boolean): void {
      state.current.composing = composing;
      later();
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
