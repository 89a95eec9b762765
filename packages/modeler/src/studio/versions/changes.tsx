import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/words.ts';
import { bpmnName } from '../kinds.ts';
import type { Chosen } from './chosen.ts';
import { isSame, type Difference } from './difference/difference.ts';
import type { Line, Mark } from './difference/found.ts';
import { kindOf } from './difference/kindOf.ts';

const BADGES = { added: 'badgeAdded', removed: 'badgeRemoved', changed: 'badgeChanged', moved: 'badgeMoved' } as const;

/** What changed, in words: by process, then by step. A click on a line shows its place. */
export function Changes({
  difference,
  chosen,
  choose,
}: {
  readonly difference: Difference;
  readonly chosen: Chosen;
  readonly choose: (elements: readonly string[]) => void;
}) {
  const { t, w } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen.by === 'diagram') place.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (isSame(difference)) return <p className="gc-quiet">{w('noDifference')}</p>;
  const { parts, moved, respelt } = difference;
  return (
    <div ref={place} className="gc-changes">
      {parts.map((part) => (
        <section key={part.process ?? ''}>
          <h3>{part.name === null ? w('wholeFile') : t(part.name)}</h3>
          {part.groups.map((group) => (
            <div
              key={group.element}
              className="gc-change-group"
              aria-current={chosen.elements.includes(group.element) ? 'true' : undefined}
            >
              <h4>
                <Sign mark={group.mark} />
                <span title={`BPMN ${bpmnName(group.type)}`}>{group.element === part.process ? w('flowItself') : t(group.name)}</span>
                <span className="gc-quiet">{group.element === part.process ? '' : t(kindOf(group.type))}</span>
              </h4>
              <ul>
                {group.lines.map((line, index) => (
                  <Sentence key={index} line={line} choose={choose} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      {moved.length > 0 ? (
        <p className="gc-quiet">
          {w(parts.length === 0 ? 'onlyMoved' : 'alsoMoved', { count: moved.length })}{' '}
          <button type="button" className="gc-plain" onClick={() => choose(moved.slice(0, 1))}>
            {w('showPlace')}
          </button>
        </p>
      ) : null}
      {respelt.length > 0 ? <p className="gc-quiet">{w('respelt', { count: respelt.length })}</p> : null}
    </div>
  );
}

/** 增, 删, 改: the same word as at the corner of the element. */
function Sign({ mark }: { readonly mark: Mark }) {
  const { w } = useWords();
  return <span className={`gc-count gc-badge-${mark}`}>{w(BADGES[mark])}</span>;
}

function Sentence({ line, choose }: { readonly line: Line; readonly choose: (elements: readonly string[]) => void }) {
  const { t, w } = useWords();
  const [open, setOpen] = useState(false);
  const { was, now } = line;
  return (
    <li>
      <button type="button" className="gc-change" title={line.bpmn ? `BPMN ${line.bpmn}` : undefined} onClick={() => choose(line.elements)}>
        {t(line.says)}
      </button>
      {was || now ? (
        <button type="button" className="gc-plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {w(open ? 'hideTexts' : 'showTexts')}
        </button>
      ) : null}
      {open ? (
        <dl className="gc-was-now">
          {was ? (
            <>
              <dt>{w('wasText')}</dt>
              <dd>{t(was)}</dd>
            </>
          ) : null}
          {now ? (
            <>
              <dt>{w('nowText')}</dt>
              <dd>{t(now)}</dd>
            </>
          ) : null}
        </dl>
      ) : null}
    </li>
  );
}
