import type { TaskPage } from '@guicheng/server/contract';
import { moment, useWords } from '../words/words.ts';
import { pathStrip, type StripStep } from './pathStrip.ts';
import { JOINED } from './receivers.ts';

const MARKS: { readonly [state in StripStep['state']]: string } = { done: '✓', now: '●', next: '' };

/** The path on top of a task: done, now, next, each with names; far ones give way where it is narrow. */
export function PathLine({ page, next }: { readonly page: TaskPage; readonly next: TaskPage['next'] }) {
  const { t, w } = useWords();
  const { card } = page;
  const holders = card.takenBy ? [card.takenBy.name] : card.seats.map((seat) => seat.name);
  const strip = pathStrip(page.path, { open: card.state === 'open', holders, next }, { done: 3, next: 2 });
  const now =
    page.path.some((step) => step.state === 'now') && card.state === 'open'
      ? strip.steps.findIndex((step) => step.state === 'now')
      : strip.steps.length - 1;
  const word = { done: w('pathDone'), now: w('pathNow'), next: w('pathNext') };
  return (
    <ol className="gc-path" aria-label={w('path')}>
      {strip.hidden > 0 ? (
        <li className="gc-before gc-is-done gc-far">
          <span className="gc-path-mark">…</span>
          <span className="gc-path-name gc-quiet">{w('pathBefore', { count: strip.hidden })}</span>
        </li>
      ) : null}
      {strip.steps.map((step, index) => {
        const who = step.who.map((name) => t(name)).join('、');
        const at = step.at ? moment(step.at) : '';
        return (
          <li
            // A step that may come again stands here twice.
            key={`${step.state} ${step.element}`}
            className={`gc-is-${step.state}${Math.abs(index - now) > 1 && !step.joined ? ' gc-far' : ''}${step.joined ? ' gc-beside' : ''}`}
            title={[word[step.state], t(step.name), who, at].filter((part) => part !== '').join(' · ')}
            {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="gc-path-mark" role="img" aria-label={word[step.state]}>
              {MARKS[step.state]}
            </span>
            <span className="gc-path-name">
              {step.joined ? <span className="gc-quiet">{w(JOINED[step.joined])} </span> : null}
              {t(step.name)}
            </span>
            <span className="gc-path-who">{[who, at].filter((part) => part !== '').join(' ') || word[step.state]}</span>
          </li>
        );
      })}
    </ol>
  );
}
