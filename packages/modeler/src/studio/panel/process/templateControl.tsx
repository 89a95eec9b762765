import { Tag } from 'antd';
import { Choose, type Choice } from '../control/choose.tsx';
import { Typed } from '../control/typed.tsx';
import { useWords } from '../../../words/words.ts';
import { piecesOf, templateOf, type Piece } from './template.ts';

/** A template put together from words and blanks; nobody types a brace. */
export function TemplateControl({
  label,
  template,
  blanks,
  put,
  addBlank,
}: {
  readonly label: string;
  readonly template: string;
  readonly blanks: readonly Choice<string>[];
  readonly put: (template: string) => void;
  readonly addBlank: string;
}) {
  const { w } = useWords();
  const pieces = piecesOf(template);
  const nameOf = (piece: Piece): string =>
    'blank' in piece ? (blanks.find(({ value }) => value === piece.blank)?.label ?? piece.blank) : piece.words;
  return (
    <div className="gc-template">
      <h4>{label}</h4>
      <div className="gc-template-pieces">
        {pieces.map((piece, index) => (
          <Tag
            key={`${index}${nameOf(piece)}`}
            color={'blank' in piece ? 'blue' : 'default'}
            closable={{ 'aria-label': w('removeThis', { what: nameOf(piece) }) }}
            onClose={(event) => {
              event.preventDefault();
              put(templateOf(pieces.filter((_, at) => at !== index)));
            }}
          >
            {nameOf(piece)}
          </Tag>
        ))}
        {pieces.length === 0 ? <span className="gc-row-note">{w('templateEmpty')}</span> : null}
      </div>
      <div className="gc-pair">
        <Choose
          label={addBlank}
          value=""
          choices={blanks}
          placeholder={w('chooseFirst')}
          put={(blank) => put(templateOf([...pieces, { blank }]))}
        />
        <Typed
          label={w('addWords')}
          value=""
          atOnce={false}
          check={(text) => (/[{}]/.test(text) ? w('noBraces') : undefined)}
          put={(words) => (words === '' ? undefined : put(templateOf([...pieces, { words }])))}
        />
      </div>
    </div>
  );
}
