import { lazy, Suspense, useEffect, useState } from 'react';
import { Button, Segmented, Skeleton, Slider } from 'antd';
import CaretRightOutlined from '@ant-design/icons/es/icons/CaretRightOutlined';
import PauseOutlined from '@ant-design/icons/es/icons/PauseOutlined';
import { Link } from 'react-router';
import type { CaseDiagram, CasePage } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { listed } from '../task/listed.ts';
import { moment, useWords } from '../words/words.ts';
import { durationText } from './duration.ts';
import { momentsOf, stillAt, type Still } from './playback.ts';
import './case.css';

const Diagram = lazy(() => import('../studio/diagram.tsx').then((module) => ({ default: module.Diagram })));

/** How long each moment stands while it plays, in milliseconds. */
const BEAT = 1200;

/** The diagrams of a case – its own version's, then those it called – with the way it went; the slider plays it back. */
export function CaseDiagrams({ caseId, height }: { readonly caseId: string; readonly height: string }) {
  const { t, w } = useWords();
  const diagrams = useRead<readonly CaseDiagram[]>(`/api/cases/${caseId}/diagram`).data;
  const names = useRead<CasePage>(`/api/cases/${caseId}`).data?.processes ?? [];
  const [chosen, setChosen] = useState(0);
  const diagram = diagrams?.[chosen] ?? diagrams?.[0];
  if (!diagrams || !diagram) return <Skeleton.Node active style={{ width: '100%', height }} />;
  const name = (one: CaseDiagram): string => {
    const version = one.definition.slice(one.definition.lastIndexOf('@') + 1);
    const process = names.find((known) => known.key === one.process);
    return `${process ? t(process.name) : one.process} · ${w('versionOf', { version })}`;
  };
  return (
    <div>
      {diagrams.length > 1 ? (
        <Segmented
          style={{ marginBottom: 8 }}
          options={diagrams.map((one, index) => ({ value: index, label: name(one) }))}
          value={chosen}
          onChange={setChosen}
        />
      ) : null}
      <Played key={diagram.definition} diagram={diagram} name={name(diagram)} height={height} />
    </div>
  );
}

function Played({ diagram, name, height }: { readonly diagram: CaseDiagram; readonly name: string; readonly height: string }) {
  const { t, w } = useWords();
  const moments = momentsOf(diagram);
  const [position, setPosition] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const at = Math.min(position ?? moments.length, moments.length);
  const still = stillAt(diagram, at);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      if (at >= moments.length) setPlaying(false);
      else setPosition(at + 1);
    }, BEAT);
    return () => clearTimeout(timer);
  }, [playing, at, moments.length]);
  const play = (): void => {
    if (!playing && at >= moments.length) setPosition(0);
    setPlaying(!playing);
  };
  const standing = at === moments.length ? diagram.still : [];
  const tips = useTips(diagram, still);
  return (
    <>
      {moments.length > 0 ? (
        <div className="gc-player">
          <Button
            icon={playing ? <PauseOutlined /> : <CaretRightOutlined />}
            aria-label={playing ? w('pause') : w('play')}
            title={playing ? w('pause') : w('play')}
            onClick={play}
          />
          <Slider
            aria-label={w('play')}
            style={{ flex: 1, minWidth: 120 }}
            min={0}
            max={moments.length}
            value={at}
            onChange={(next) => {
              setPlaying(false);
              setPosition(next === moments.length ? null : next);
            }}
            tooltip={{ open: false }}
          />
          <output className="gc-player-words">
            {at === 0 ? w('playStart') : `${at}/${moments.length} · ${moment(moments[at - 1] ?? '')} `}
            {still.just
              .filter((pass) => pass.by)
              .map((pass) =>
                w('playDid', {
                  name: pass.by ? t(pass.by.name) : '',
                  long: t(durationText(pass.enteredAt, pass.at)),
                }),
              )
              .join(' ')}
          </output>
        </div>
      ) : null}
      <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
        <Diagram
          xml={diagram.xml}
          focus={diagram.process}
          height={height}
          marks={{ done: still.done, returned: still.returned, now: still.now, still: standing, flows: still.flows }}
          counts={Object.fromEntries([...still.passes].filter(([, count]) => count > 1))}
          tips={tips}
        />
      </Suspense>
      <div className="gc-legend">
        <span className="gc-legend-done">{w('legendDone')}</span>
        <span className="gc-legend-now">{w('legendNow')}</span>
        {standing.length > 0 ? <span className="gc-legend-still">{w('legendStill')}</span> : null}
        <span className="gc-legend-returned">{w('legendReturned')}</span>
        <span className="gc-quiet">×2 {w('legendLoops')}</span>
        <Link to={`/flows/${diagram.process}?version=${diagram.definition.slice(diagram.definition.lastIndexOf('@') + 1)}`}>{name}</Link>
      </div>
    </>
  );
}

/** What a mark means, in words, over the step that carries it. */
function useTips(diagram: CaseDiagram, still: Still): { readonly [element: string]: string } {
  const { t, w, language } = useWords();
  const tips: { [element: string]: string } = {};
  const until = still.just[0]?.at ?? diagram.passes.at(-1)?.at ?? '';
  for (const pass of diagram.passes) {
    if (pass.at > until || !pass.by) continue;
    const words =
      pass.closed === 'takenBack'
        ? w('tipTakenBack', { time: moment(pass.at) })
        : w('tipDone', { name: t(pass.by.name), time: moment(pass.at), long: t(durationText(pass.enteredAt, pass.at)) });
    tips[pass.element] = [tips[pass.element], words].filter(Boolean).join('\n');
  }
  for (const open of diagram.open) {
    if (!still.now.includes(open.element)) continue;
    const who = listed([...new Set(open.seats.map((seat) => t(seat.name)))], language);
    tips[open.element] = [tips[open.element], w('tipNow', { who, time: moment(open.since) })].filter(Boolean).join('\n');
  }
  return tips;
}
