import { lazy, Suspense, useState } from 'react';
import { Segmented, Skeleton, Slider } from 'antd';
import type { CaseDiagram } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { moment, useWords } from '../words/words.ts';

const Diagram = lazy(() => import('../studio/diagram.tsx').then((module) => ({ default: module.Diagram })));

/** The diagrams of a case with the way it went; the slider plays it back. */
export function CaseDiagrams({ caseId }: { readonly caseId: string }) {
  const { t, w } = useWords();
  const diagrams = useRead<readonly CaseDiagram[]>(`/api/cases/${caseId}/diagram`).data;
  const [chosen, setChosen] = useState(0);
  const [upTo, setUpTo] = useState<number | null>(null);
  const diagram = diagrams?.[chosen] ?? diagrams?.[0];
  if (!diagrams || !diagram) return <Skeleton active />;
  const at = upTo ?? diagram.passes.length;
  const shown = diagram.passes.slice(0, at);
  const last = shown.at(-1);
  const now = upTo === null || upTo === diagram.passes.length ? diagram.open.map((one) => one.element) : last ? [last.element] : [];
  const flows = diagram.flows.filter((flow) => !last || flow.at <= last.at).map((flow) => flow.flow);
  return (
    <div>
      {diagrams.length > 1 ? (
        <Segmented
          options={diagrams.map((one, index) => ({ value: index, label: one.definition }))}
          value={chosen}
          onChange={(next) => setChosen(next)}
        />
      ) : null}
      <Suspense fallback={<Skeleton active />}>
        <Diagram
          xml={diagram.xml}
          done={shown.filter((pass) => pass.closed === 'completed').map((pass) => pass.element)}
          now={now}
          flows={flows}
          focus={diagram.process}
          height={380}
        />
      </Suspense>
      {diagram.passes.length > 0 ? (
        <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
          <span>{w('play')}</span>
          <Slider style={{ flex: 1 }} min={0} max={diagram.passes.length} value={at} onChange={setUpTo} tooltip={{ open: false }} />
          <span style={{ minWidth: 190, fontSize: 12 }}>{last ? `${moment(last.at)} ${last.by ? t(last.by.name) : ''}` : ''}</span>
        </div>
      ) : null}
    </div>
  );
}
