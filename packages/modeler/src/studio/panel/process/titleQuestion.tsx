import type { Asked } from '../asked.ts';
import { Choose } from '../control/choose.tsx';
import { fieldsOf } from '../../file/fields.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { aboutOf, putAbout } from './about.ts';
import { piecesOf } from './template.ts';
import { TemplateControl } from './templateControl.tsx';

/** The kinds of fields that a title can show as they are. */
const READABLE = new Set(['text', 'longText', 'series', 'date']);

/** What a case of this flow is called, and where its own number stands. */
export function TitleQuestion(asked: Asked) {
  const { modeler, element } = asked;
  const called = useCalled(asked);
  const { w } = called;
  const about = aboutOf(element);
  const title = String(about['title'] ?? '');
  const number = String(about['numberField'] ?? '');
  const fields = fieldsOf(element).filter(({ perItem }) => !perItem);
  const series = fields.filter(({ type, key }) => type === 'series' || type === 'text' || key === number);
  const words = piecesOf(title)
    .map((piece) => ('blank' in piece ? `［${called.field(piece.blank)}］` : piece.words))
    .join('');
  return (
    <Question title={w('askTitle')} summary={words || w('titleNone')}>
      <TemplateControl
        label={w('caseTitle')}
        template={title}
        addBlank={w('addField')}
        // the runtime fills in fields whose keys are plain letters
        blanks={fields
          .filter(({ key, type }) => type !== null && READABLE.has(type) && /^\w+$/.test(key))
          .map(({ key }) => ({ value: key, label: called.field(key) }))}
        put={(next) => putAbout(modeler, element, { title: next })}
      />
      <Choose
        label={w('numberField')}
        value={number}
        choices={[{ value: '', label: w('numberFieldNone') }, ...series.map(({ key }) => ({ value: key, label: called.field(key) }))]}
        put={(numberField) => putAbout(modeler, element, { numberField })}
      />
    </Question>
  );
}
