import { useMemo, useState } from 'react';
import { Alert, Button, Segmented, Select } from 'antd';
import SwapOutlined from '@ant-design/icons/es/icons/SwapOutlined';
import { Link, useParams, useSearchParams } from 'react-router';
import { reasonOf } from '../../api/client.ts';
import { Wrong } from '../../ui/wrong.tsx';
import { Bones, Fault, Nothing } from '../../ui/pieces.tsx';
import { useTitle } from '../../ui/title.ts';
import { moment, useWords } from '../../words/words.ts';
import { Changes } from './changes.tsx';
import { byDiagram, byList, NOTHING_CHOSEN } from './chosen.ts';
import { ForOwners } from './forOwners.tsx';
import { Legend } from './legend.tsx';
import { Pictures, type Stand } from './pictures.tsx';
import { sourceOf, useSource, type Source } from './source.ts';
import { useDifference } from './useDifference.ts';
import { useFlow, type FlowStates } from './useFlow.ts';
import './versions.css';

/** Any two states of a flow side by side, at /flows/:flow/compare?from=&to=: in colour and in words. */
export function CompareRoom() {
  const { flow = '' } = useParams();
  return <ForOwners>{() => <Compare key={flow} flow={flow} />}</ForOwners>;
}

function Compare({ flow }: { readonly flow: string }) {
  const { t, w } = useWords();
  const { states, error, again } = useFlow(flow);
  useTitle(states ? w('compareTitle', { flow: t(states.name) }) : null);
  if (error && !states) return <Wrong error={error} again={again} />;
  return states ? <Both flow={flow} states={states} /> : <Bones count={10} height={40} />;
}

function Both({ flow, states }: { readonly flow: string; readonly states: FlowStates }) {
  const { t, w } = useWords();
  const [query, setQuery] = useSearchParams();
  const [stand, setStand] = useState<Stand>('over');
  const choices = useChoices(states);
  const [from, to] = startingPair(states, sourceOf(query.get('from')), sourceOf(query.get('to')));
  const put = (next: { readonly from: Source | null; readonly to: Source | null }): void =>
    setQuery({ from: String(next.from ?? ''), to: String(next.to ?? '') }, { replace: true });
  const nameOf = (source: Source): string => choices.find((one) => one.value === String(source))?.label ?? String(source);
  const pick = (label: string, value: Source | null, change: (source: Source) => void): React.ReactNode => (
    <Select
      size="small"
      aria-label={label}
      value={value === null ? null : String(value)}
      options={[...choices]}
      popupMatchSelectWidth={false}
      style={{ minWidth: 170 }}
      onChange={(next: string) => {
        const source = sourceOf(next);
        if (source !== null) change(source);
      }}
    />
  );
  return (
    <div className="gc-versions">
      <div className="gc-versions-head">
        <h1>{w('compareTitle', { flow: t(states.name) })}</h1>
        <span className="gc-compared">
          {pick(w('compareFrom'), from, (source) => put({ from: source, to }))}
          <Button
            size="small"
            type="text"
            icon={<SwapOutlined />}
            aria-label={w('swapSides')}
            title={w('swapSides')}
            onClick={() => put({ from: to, to: from })}
          />
          {pick(w('compareTo'), to, (source) => put({ from, to: source }))}
        </span>
        <span style={{ flex: 1 }} />
        <Segmented<Stand>
          size="small"
          value={stand}
          onChange={setStand}
          options={[
            { value: 'over', label: w('standOver') },
            { value: 'beside', label: w('standBeside') },
            { value: 'alone', label: w('standAlone') },
          ]}
        />
        <Link to={`/flows/${flow}/versions`}>{w('toVersions')}</Link>
        <Link to={`/flows/${flow}/draw`}>{w('toDrawing')}</Link>
      </div>
      {from === null || to === null ? (
        <Nothing words={w('onlyOneVersion')} />
      ) : from === to ? (
        <Nothing words={w('sameTwice')} />
      ) : (
        <Pair about={{ flow, from, to, stand, nameOf }} states={states} />
      )}
    </div>
  );
}

function Pair({
  about,
  states,
}: {
  readonly about: {
    readonly flow: string;
    readonly from: Source;
    readonly to: Source;
    readonly stand: Stand;
    readonly nameOf: (source: Source) => string;
  };
  readonly states: FlowStates;
}) {
  const { t, w } = useWords();
  const { flow, from, to, stand, nameOf } = about;
  const [before, after] = [useSource(flow, from), useSource(flow, to)];
  const compared = useDifference({ from: before.xml, to: after.xml, names: states.drawing.around });
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const difference = compared && compared !== 'failed' && compared.ok ? compared.difference : null;
  const choose = (element: string): void => setChosen(byDiagram(element, difference));
  const wrong = before.error ?? after.error;
  if (wrong) {
    return (
      <Fault
        words={t(reasonOf(wrong))}
        again={() => {
          before.again();
          after.again();
        }}
      />
    );
  }
  if (before.xml === undefined || after.xml === undefined) return <Bones count={10} height={48} />;
  const sides = { before: { xml: before.xml, name: nameOf(from) }, after: { xml: after.xml, name: nameOf(to) } };
  return (
    <div className="gc-versions-body">
      <Pictures
        before={sides.before}
        after={sides.after}
        difference={difference}
        look={{ stand, focus: flow, height: 'max(420px, calc(100vh - 146px))', chosen, choose }}
      />
      <aside className="gc-sheet gc-versions-words" aria-label={w('whatChanged')}>
        <h2>{w('whatChanged')}</h2>
        <Legend />
        {compared === undefined ? <p className="gc-quiet">{w('comparing')}</p> : null}
        {compared === 'failed' ? <Fault words={w('cannotCompare')} /> : null}
        {compared && compared !== 'failed' && !compared.ok ? (
          <Alert
            type="error"
            showIcon
            title={w('cannotRead', { name: compared.which === 'from' ? sides.before.name : sides.after.name, reason: t(compared.reason) })}
          />
        ) : null}
        {difference ? <Changes difference={difference} chosen={chosen} choose={(elements) => setChosen(byList(elements))} /> : null}
      </aside>
    </div>
  );
}

/** Everything that can be compared: the draft, the versions from the newest, the kept moments. */
function useChoices({ versions, drawing, kept }: FlowStates): readonly { readonly value: string; readonly label: string }[] {
  const { w } = useWords();
  return useMemo(
    () => [
      ...(drawing.draft ? [{ value: 'draft', label: w('draftSource', { at: moment(drawing.draft.savedAt) }) }] : []),
      ...versions.map((one) => ({
        value: String(one.version),
        label: `${w('versionShort', { version: one.version })} · ${moment(one.publishedAt)}`,
      })),
      ...kept.map((one) => ({ value: `kept-${one.point}`, label: w('keptSource', { at: moment(one.at) }) })),
    ],
    [versions, drawing, kept, w],
  );
}

/** What the address asks for; else the draft with what it was begun on, or the last two versions. */
function startingPair(states: FlowStates, from: Source | null, to: Source | null): readonly [Source | null, Source | null] {
  const { drawing, versions } = states;
  const newest = to ?? (drawing.draft ? 'draft' : (versions[0]?.version ?? null));
  const index = versions.findIndex((one) => one.version === newest);
  const older = from ?? (newest === 'draft' ? drawing.draft?.base || null : (versions[index + 1]?.version ?? null));
  return [older, newest];
}
