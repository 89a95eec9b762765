import type { FormField, Opinion } from '@guicheng/server/contract';
import { moment, useWords } from '../words/words.ts';
import { Shown } from './shown.tsx';
import { isBlank } from './values.ts';

const WIDE = new Set(['longText', 'file', 'files', 'table', 'persons', 'units']);

/** Fields to be read, as text, two beside each other where there is room. */
export function Facts({ fields }: { readonly fields: readonly FormField[] }) {
  const { t } = useWords();
  const filled = fields.filter(isFilled);
  return (
    <dl className="gc-facts">
      {filled.map((field) => {
        const wide = WIDE.has(field.type) || field.each !== undefined || (typeof field.value === 'string' && field.value.length > 24);
        return [
          <dt key={`${field.key}-name`} style={wide ? { gridColumn: 1 } : {}}>
            {t(field.name)}
          </dt>,
          <dd key={field.key} className={wide ? 'gc-fact-wide' : ''}>
            {field.each ? <OfEach field={field} each={field.each} /> : <Shown field={field} value={field.value} />}
          </dd>,
        ];
      })}
    </dl>
  );
}

/** What each of several people filled in, a line each. */
function OfEach({ field, each }: { readonly field: FormField; readonly each: NonNullable<FormField['each']> }) {
  const { t } = useWords();
  return (
    <ul className="gc-of-each">
      {each.map(({ by, value }, index) => (
        <li key={index}>
          <span className="gc-quiet">{t(by)}</span> <Shown field={field} value={value} />
        </li>
      ))}
    </ul>
  );
}

const isFilled = ({ value, each }: FormField): boolean => !isBlank(value) || each !== undefined;

/** What somebody wrote at a step, with name and time, as on a paper 办理单; what was taken back later is struck through and says so. */
export function Said({ opinion }: { readonly opinion: Opinion }) {
  const { t, w } = useWords();
  return (
    <figure className={opinion.history ? 'gc-said gc-past' : 'gc-said'}>
      <blockquote>{opinion.words}</blockquote>
      <figcaption className="gc-quiet">
        {t(opinion.field)} · {t(opinion.step)} · {t(opinion.by.name)} · {moment(opinion.at)}
        {opinion.history ? ` · ${w('takenBackLater')}` : ''}
      </figcaption>
    </figure>
  );
}

/** Above the form: what is known of the case at this step, and what others wrote. */
export function Before({ fields, opinions }: { readonly fields: readonly FormField[]; readonly opinions: readonly Opinion[] }) {
  const { w } = useWords();
  const written = new Set(opinions.map((opinion) => opinion.field.zh));
  const facts = fields.filter((field) => field.access === 'read' && isFilled(field) && !written.has(field.name.zh));
  return (
    <>
      {facts.length > 0 ? (
        <section className="gc-part" aria-label={w('known')}>
          <Facts fields={facts} />
        </section>
      ) : null}
      {opinions.length > 0 ? (
        <section className="gc-part">
          <h2>{w('opinions')}</h2>
          {opinions.map((opinion) => (
            <Said key={`${opinion.at}${opinion.field.zh}${opinion.by.id}`} opinion={opinion} />
          ))}
        </section>
      ) : null}
    </>
  );
}
