import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Row } from './row.tsx';
import { useTyping, type Writing } from './useTyping.ts';

export interface TypedProps extends Writing {
  readonly label: string;
  /** Several lines. */
  readonly lines?: boolean;
  /** A number: the cursor marks all of it, so that another is typed in its place. */
  readonly figure?: boolean;
  readonly note?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Behind the field: a unit. */
  readonly after?: ReactNode;
  /** Texts that the browser offers while one types. */
  readonly offers?: readonly string[];
}

/** A text under its label; what its check refuses stays in the field with the reason. */
export function Typed({ label, lines = false, figure = false, note, placeholder, after, offers, ...writing }: TypedProps) {
  const { shown, write, leave, field } = useTyping(writing);
  return (
    <Row label={label} note={note} wrong={writing.check?.(shown.trim())}>
      {(tied) =>
        lines ? (
          <Input.TextArea {...tied} {...field} placeholder={placeholder} autoSize={{ minRows: 2, maxRows: 10 }} />
        ) : (
          <>
            <Input
              {...tied}
              {...field}
              placeholder={placeholder}
              {...(figure ? FIGURE : {})}
              {...(after === undefined ? {} : { suffix: after })}
              {...(offers ? { list: `${tied.id}-offers` } : {})}
              onPressEnter={(event) => !event.nativeEvent.isComposing && (writing.atOnce === false ? leave() : write())}
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

/** How a number is typed: with the keys for it on a phone, in the place of the one that stands there. */
export const FIGURE = {
  inputMode: 'numeric',
  onFocus: (event: { readonly target: HTMLInputElement }): void => event.target.select(),
} as const;
