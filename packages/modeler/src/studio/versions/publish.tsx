import { useState } from 'react';
import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { Text } from '@guicheng/server/contract';
import { Wrong } from '../../ui/wrong.tsx';
import { Bones } from '../../ui/pieces.tsx';
import { useTitle } from '../../ui/title.ts';
import { moment, useWords } from '../../words/words.ts';
import { holdOf } from '../drawing/hold.ts';
import { Changes } from './changes.tsx';
import { byDiagram, byList, NOTHING_CHOSEN, type Chosen } from './chosen.ts';
import { isSame, type Difference } from './difference/difference.ts';
import { ForOwners } from './forOwners.tsx';
import { Posts, RunningCases } from './impact.tsx';
import { useKeptNote } from './keptNote.ts';
import { Legend } from './legend.tsx';
import { Pictures } from './pictures.tsx';
import { Published } from './published.tsx';
import { PublishForm, type Writing } from './publishForm.tsx';
import { Problems } from './problems.tsx';
import { useSource } from './source.ts';
import { useCheck, type Check } from './useCheck.ts';
import { useDifference } from './useDifference.ts';
import { useFlow, type FlowStates } from './useFlow.ts';
import { usePublishing, type Done } from './usePublishing.ts';
import './versions.css';

/** What publishing will change, before it is done, at /flows/:flow/publish: on the diagram, in words, for whom, for which cases. */
export function PublishRoom() {
  const { flow = '' } = useParams();
  return <ForOwners>{({ person }) => <Publish key={flow} flow={flow} person={person.id} />}</ForOwners>;
}

function Publish({ flow, person }: { readonly flow: string; readonly person: string }) {
  const { t, w } = useWords();
  const [hold] = useState(() => holdOf(person, flow));
  // Kept above what is read: a flow that is published for the first time has its versions read only now.
  const [published, setPublished] = useState<NamedDone>();
  const { states, error, again } = useFlow(flow, hold);
  useTitle(states && !published ? w('publishTitle', { flow: t(states.name) }) : null);
  if (published) return <Published flow={flow} name={published.name} published={published} />;
  if (error && !states) return <Wrong error={error} again={again} />;
  return states ? <Page about={{ flow, person, hold, again, done: setPublished }} states={states} /> : <Bones count={10} height={40} />;
}

/** What was published, and how the flow is called. */
type NamedDone = Done & { readonly name: Text };

function Page({
  about,
  states,
}: {
  readonly about: {
    readonly flow: string;
    readonly person: string;
    readonly hold: string;
    readonly again: () => void;
    readonly done: (done: NamedDone) => void;
  };
  readonly states: FlowStates;
}) {
  const { t, w } = useWords();
  const { flow, person, hold } = about;
  const { drawing } = states;
  const [note, setNote] = useKeptNote(person, flow);
  const publishing = usePublishing(flow, drawing, {
    hold,
    done(published) {
      setNote('');
      about.done({ ...published, name: states.name });
    },
  });
  return (
    <div className="gc-versions">
      <div className="gc-versions-head">
        <h1>{w('publishTitle', { flow: t(states.name) })}</h1>
        {drawing.draft ? (
          <span className="gc-quiet">
            {w(drawing.draft.base === 0 ? 'draftSavedNew' : 'draftSaved', {
              by: t(drawing.draft.savedBy.name),
              at: moment(drawing.draft.savedAt),
              version: drawing.draft.base,
            })}
          </span>
        ) : null}
        <span style={{ flex: 1 }} />
        <Link to={`/flows/${flow}/versions`}>{w('toVersions')}</Link>
        <Link to={`/flows/${flow}/draw`}>{w('toDrawing')}</Link>
      </div>
      {drawing.draft ? (
        <Draft about={{ flow, person, note, setNote, again: about.again }} states={states} publishing={publishing} />
      ) : (
        <Alert
          type="info"
          showIcon
          title={w('noDraftToPublish', { version: drawing.latest })}
          action={
            <Link to={`/flows/${flow}/draw`}>
              <Button type="primary">{w('toDrawing')}</Button>
            </Link>
          }
        />
      )}
    </div>
  );
}

function Draft({
  about,
  states,
  publishing,
}: {
  readonly about: Pick<Writing, 'flow' | 'person' | 'note' | 'setNote' | 'again'>;
  readonly states: FlowStates;
  readonly publishing: ReturnType<typeof usePublishing>;
}) {
  const { w } = useWords();
  const { flow } = about;
  const { drawing, versions } = states;
  const { latest, xml, around } = drawing;
  const base = useSource(flow, latest === 0 ? null : latest);
  // Where nothing was ever published the draft stands beside itself: nothing is new in it, but whose steps there are is known.
  const compared = useDifference({ from: latest === 0 ? xml : base.xml, to: xml, names: around });
  const difference = compared && compared !== 'failed' && compared.ok ? compared.difference : null;
  const check = useCheck(xml, around);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [from, setFrom] = useState<string | null>(null);
  const choose = (element: string): void => setChosen(byDiagram(element, difference));
  const same = latest > 0 && difference !== null && isSame(difference);
  return (
    <div className="gc-versions-body gc-publish-body">
      <Pictures
        before={latest === 0 || base.xml === undefined ? null : { xml: base.xml, name: w('versionShort', { version: latest }) }}
        after={{ xml, name: w('draftRow') }}
        difference={latest === 0 ? null : difference}
        look={{ stand: 'over', focus: flow, height: 'max(420px, calc(100vh - 146px))', chosen, choose }}
      />
      <aside className="gc-sheet gc-publish-side">
        <div className="gc-publish-words">
          <Problems flow={flow} check={check} refused={publishing.refused} />
          <section>
            <h2>{w('whatChanged')}</h2>
            <What
              latest={latest}
              compared={compared}
              difference={difference}
              chosen={chosen}
              choose={(elements) => setChosen(byList(elements))}
            />
          </section>
          {difference ? (
            <Posts difference={latest === 0 ? { ...difference, concerned: difference.everybody } : difference} around={around} />
          ) : null}
          <RunningCases flow={flow} versions={versions} next={{ version: latest + 1, from }} />
        </div>
        <PublishForm about={{ ...about, drawing, from, setFrom, same, stops: stopsOf(check) }} publishing={publishing} />
      </aside>
    </div>
  );
}

/** How many things stop publishing, as far as it is known here. */
const stopsOf = (check: Check): number => {
  if (!check || check === 'failed') return 0;
  return check.unreadable ? 1 : check.problems.filter((problem) => problem.severity === 'error').length;
};

function What({
  latest,
  compared,
  difference,
  chosen,
  choose,
}: {
  readonly latest: number;
  readonly compared: ReturnType<typeof useDifference>;
  readonly difference: Difference | null;
  readonly chosen: Chosen;
  readonly choose: (elements: readonly string[]) => void;
}) {
  const { t, w } = useWords();
  if (latest === 0) return <p className="gc-quiet">{w('firstPublish')}</p>;
  if (compared === undefined) return <p className="gc-quiet">{w('comparing')}</p>;
  if (compared === 'failed') return <p className="gc-wrong">{w('cannotCompare')}</p>;
  if (!compared.ok) {
    const name = compared.which === 'from' ? w('versionShort', { version: latest }) : w('draftRow');
    return <p className="gc-wrong">{w('cannotRead', { name, reason: t(compared.reason) })}</p>;
  }
  return difference ? (
    <>
      <Legend />
      <Changes difference={difference} chosen={chosen} choose={choose} />
    </>
  ) : null;
}
