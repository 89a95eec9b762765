import { Button, Tag } from 'antd';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { Link } from 'react-router';
import type { StepCard } from '@guicheng/server/contract';
import { colon, listed } from '../task/listed.ts';
import { useWords } from '../words/words.ts';
import { bpmnName, kindWord } from './kinds.ts';
import type { OutlineEntry } from './outline.ts';

/** One step of a flow: who does it, how, what is filled in, by when, its risks with their controls, where it goes on. */
export function Step({
  step,
  entry,
  close,
}: {
  readonly step: StepCard;
  readonly entry: OutlineEntry | undefined;
  readonly close: () => void;
}) {
  const { t, w, language } = useWords();
  const word = entry ? kindWord(entry.type) : null;
  const names = (access: 'read' | 'write'): string =>
    listed(
      step.fields.filter((field) => field.access === access).map((field) => t(field.name)),
      language,
    );
  const levels = [w('riskFirst'), w('riskSecond'), w('riskThird')] as const;
  return (
    <section className="gc-sheet gc-step" aria-live="polite">
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={w('close')} title={w('close')} onClick={close} />
      <h2>
        {t(step.name)} {word ? <Tag title={`BPMN ${entry ? bpmnName(entry.type) : ''}`}>{w(word)}</Tag> : null}
        {step.origin ? <Tag title={step.origin.words ?? ''}>{step.origin.kind === 'source' ? w('fromPaper') : w('ourReading')}</Tag> : null}
      </h2>
      <dl>
        {step.who ? <Line name={w('whoDoes')}>{t(step.who)}</Line> : null}
        {entry?.lane && entry.lane.zh !== step.who?.zh ? <Line name={w('laneOf')}>{t(entry.lane)}</Line> : null}
        {step.guidance ? <Line name={w('guidance')}>{t(step.guidance)}</Line> : null}
        {step.limits.length > 0 ? (
          <Line name={w('howLong')}>{step.limits.map((limit) => t(limit)).join(language === 'zh' ? '；' : '; ')}</Line>
        ) : null}
        {names('write') !== '' ? <Line name={w('fillsIn')}>{names('write')}</Line> : null}
        {names('read') !== '' ? <Line name={w('seesToo')}>{names('read')}</Line> : null}
        {entry?.calls ? (
          <Line name={w('callsFlow')}>
            <Link to={`/flows/${entry.calls}`}>{t(step.name)} →</Link>
          </Line>
        ) : null}
        {entry && entry.next.length > 0 ? (
          <Line name={w('goesOn')}>
            {entry.next.map((next) => (
              <div key={`${next.element}${next.when?.zh ?? ''}`}>
                {next.when ? <span className="gc-quiet">{t(next.when)} → </span> : '→ '}
                {t(next.name)}
              </div>
            ))}
          </Line>
        ) : null}
      </dl>
      {step.risks.map((risk) => (
        <div key={risk.id} style={{ marginTop: 10 }}>
          <Tag color={risk.level === 1 ? 'error' : risk.level === 2 ? 'warning' : 'default'}>
            {w('riskPoint')} · {levels[risk.level - 1]}
          </Tag>
          <p>{t(risk.risk)}</p>
          <p>
            <strong>{w('control')}</strong>
            {colon(language)}
            {t(risk.control)}
          </p>
        </div>
      ))}
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
