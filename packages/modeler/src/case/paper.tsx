import { Button } from 'antd';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import type { CasePage, Opinion, Session } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { Shown } from '../task/shown.tsx';
import { isBlank } from '../task/values.ts';
import { moment, useWords } from '../words/words.ts';

/** 办理单: the case as the office knows it on paper – its particulars, then every opinion with name and time. Made to be printed. */
export function Paper({ page }: { readonly page: CasePage }) {
  const { t, w } = useWords();
  const office = useRead<Session>('/api/session').data?.office;
  const { card, fields, opinions } = page;
  const written = new Set(opinions.map((opinion) => opinion.field.zh));
  const particulars = fields.filter((field) => !isBlank(field.value) && !written.has(field.name.zh));
  const places = [...new Set(opinions.map(placeOf))];
  return (
    <>
      <div className="gc-no-print" style={{ textAlign: 'end', marginBottom: 8 }}>
        <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
          {w('print')}
        </Button>
      </div>
      <article className="gc-paper">
        <header>
          <div>{office ? t(office) : ''}</div>
          <h2>{w('paperTitle', { flow: t(card.flowName) })}</h2>
          <div className="gc-paper-line">
            <span>{w('paperNumber', { number: card.number ?? '—' })}</span>
            <span>{w('paperStarted', { name: card.initiator ? t(card.initiator.name) : '—', time: moment(card.startedAt, null) })}</span>
            <span>{card.endedAt ? w('paperEnded', { time: moment(card.endedAt, null) }) : w(card.status)}</span>
          </div>
        </header>
        <table>
          <tbody>
            {particulars.map((field) => (
              <tr key={field.key}>
                <th scope="row">{t(field.name)}</th>
                <td>
                  <Shown field={field} value={field.value} />
                </td>
              </tr>
            ))}
            {places.map((place) => (
              <Signed key={place} said={opinions.filter((opinion) => placeOf(opinion) === place)} />
            ))}
          </tbody>
        </table>
        {opinions.length === 0 ? <p className="gc-quiet">{w('noOpinions')}</p> : null}
      </article>
    </>
  );
}

/** Opinions of one step and field stand in one box of the sheet. */
const placeOf = (opinion: Opinion): string => `${opinion.step.zh} ${opinion.field.zh}`;

function Signed({ said }: { readonly said: readonly Opinion[] }) {
  const { t, w } = useWords();
  const [first] = said;
  if (!first) return null;
  return (
    <tr>
      <th scope="row">{t(first.field)}</th>
      <td>
        {said.map((opinion) => (
          <div key={`${opinion.at}${opinion.by.id}`} className={opinion.history ? 'gc-signed gc-past' : 'gc-signed'}>
            <div className="gc-signed-words">{opinion.words}</div>
            <div className="gc-signed-by">
              {opinion.history ? `${w('takenBackLater')} · ` : ''}
              {t(opinion.by.name)}　{moment(opinion.at, null)}
            </div>
          </div>
        ))}
      </td>
    </tr>
  );
}
