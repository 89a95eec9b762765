import { lazy, Suspense, useState } from 'react';
import { Alert, Button, Input, Radio } from 'antd';
import type { DrawingPage } from '@guicheng/server/contract';
import { reasonOf, Refusal } from '../../api/client.ts';
import { moment, useWords } from '../../words/words.ts';
import type { Publishing } from './usePublishing.ts';

const ChooseMoment = lazy(() => import('./moment.tsx').then((module) => ({ default: module.ChooseMoment })));

/** How long a note may be, in characters. */
const NOTE = 500;

/** What a version is written with. */
export interface Writing {
  readonly flow: string;
  readonly person: string;
  readonly drawing: DrawingPage;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly from: string | null;
  readonly setFrom: (from: string | null) => void;
  /** There is nothing to publish. */
  readonly same: boolean;
  /** How many problems stop it. */
  readonly stops: number;
  readonly again: () => void;
}

/** What is written for a version, and the button that publishes it. What is typed stays in this browser until it is published. */
export function PublishForm({ about, publishing }: { readonly about: Writing; readonly publishing: Publishing }) {
  const { w } = useWords();
  const { person, drawing, note, setNote, from, setFrom, same, stops } = about;
  const [later, setLater] = useState(false);
  const version = drawing.latest + 1;
  const elsewhere = drawing.holder !== null && !drawing.holder.here;
  const missing = (): string | null => {
    if (same) return w('nothingToPublish', { version: drawing.latest });
    if (stops > 0) return w('problemsLeft', { count: stops });
    if (note.trim() === '') return w('noteMissing');
    return later && from === null ? w('chooseMoment') : null;
  };
  const lacks = missing();
  return (
    <section className="gc-publish-form">
      <Holding about={{ person, drawing }} publishing={publishing} />
      <label htmlFor="gc-publish-note">
        {w('noteLabel')}
        <span className="gc-must" aria-hidden="true">
          *
        </span>
      </label>
      <Input.TextArea
        id="gc-publish-note"
        value={note}
        maxLength={NOTE}
        rows={2}
        placeholder={w('noteHint')}
        aria-required="true"
        onChange={(event) => setNote(event.target.value)}
      />
      <Radio.Group
        aria-label={w('effectiveLabel')}
        value={later}
        onChange={(event) => {
          setLater(event.target.value === true);
          setFrom(null);
        }}
        options={[
          { value: false, label: w('atOnce') },
          { value: true, label: w('atMoment') },
        ]}
      />
      {later ? (
        <Suspense fallback={null}>
          <ChooseMoment change={setFrom} />
        </Suspense>
      ) : null}
      <Refused refused={publishing.refused} again={about.again} />
      <Button
        type="primary"
        block
        disabled={lacks !== null || elsewhere}
        loading={publishing.busy}
        onClick={() => publishing.publish({ note, effectiveFrom: from })}
      >
        {lacks !== null && !same ? lacks : w('publishVersion', { version })}
      </Button>
      {same ? <p className="gc-quiet">{lacks}</p> : null}
    </section>
  );
}

/** Who draws just now, where it is not this tab: it must be taken over first. */
function Holding({
  about,
  publishing,
}: {
  readonly about: { readonly person: string; readonly drawing: DrawingPage };
  readonly publishing: Publishing;
}) {
  const { t, w } = useWords();
  const { holder } = about.drawing;
  if (!holder || holder.here) return null;
  const at = moment(holder.since);
  return (
    <Alert
      type="warning"
      showIcon
      title={holder.person.id === about.person ? w('drawnHereElsewhere', { at }) : w('drawnElsewhere', { who: t(holder.person.name), at })}
      action={
        <Button size="small" loading={publishing.busy} onClick={publishing.takeOver}>
          {w('takeOverHere')}
        </Button>
      }
    />
  );
}

/** Why it was not published, with who and when, and what now. What stops the diagram itself stands in the list of problems. */
function Refused({ refused, again }: { readonly refused: unknown; readonly again: () => void }) {
  const { t, w } = useWords();
  if (refused === undefined || (refused instanceof Refusal && refused.problem.fields?.length)) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t(reasonOf(refused))}
      description={w('noteKept')}
      action={
        <Button size="small" onClick={again}>
          {w('lookAgain')}
        </Button>
      }
    />
  );
}
