import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../../words/words.ts';
import { Entry } from './entry.tsx';

/** Several answers of one kind, a line each; one is unfolded at a time, and a new one at once. */
export function EntryList<One>({
  entries,
  words,
  called = words,
  put,
  add,
  children,
}: {
  readonly entries: readonly One[];
  readonly words: (entry: One) => string;
  /** What is said of one that can be removed; its words, if not given. */
  readonly called?: (entry: One) => string;
  readonly put: (entries: readonly One[]) => void;
  /** The button below, and what it adds; without it something else adds. */
  readonly add?: { readonly label: string; readonly fresh: () => One; readonly disabled?: boolean };
  readonly children: (entry: One, change: (next: One) => void) => ReactNode;
}) {
  const { w } = useWords();
  const [open, setOpen] = useState<{ readonly at: number; readonly fresh: boolean } | null>(null);
  return (
    <>
      {entries.map((entry, index) => (
        // An answer has no name of its own: its place is what it is known by.
        <Entry
          key={index}
          words={words(entry)}
          open={open?.at === index}
          fresh={open?.at === index && open.fresh}
          toggle={() => setOpen(open?.at === index ? null : { at: index, fresh: false })}
          remove={{
            label: w('removeThis', { what: called(entry) }),
            act: () => {
              setOpen(null);
              put(entries.filter((_, at) => at !== index));
            },
          }}
        >
          {children(entry, (next) => put(entries.map((one, at) => (at === index ? next : one))))}
        </Entry>
      ))}
      {add ? (
        <Button
          size="small"
          disabled={add.disabled ?? false}
          onClick={() => {
            put([...entries, add.fresh()]);
            setOpen({ at: entries.length, fresh: true });
          }}
        >
          {add.label}
        </Button>
      ) : null}
    </>
  );
}
