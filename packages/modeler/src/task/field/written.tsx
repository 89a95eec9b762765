import { Button, Input } from 'antd';
import { useWords } from '../../words/words.ts';
import { textOf } from '../values.ts';
import { spoken, type Control } from './control.ts';

/** More than the longest is shown in red, never cut off: what was pasted stays. */
const counted = (longest: number | undefined) => (longest === undefined ? {} : { count: { max: longest, show: longest > 60 } });

/** One line of text. */
export function LineControl(control: Control) {
  const { field, value, faulty, change } = control;
  return (
    <Input
      {...spoken(control)}
      {...counted(field.maximumLength)}
      {...(faulty ? { status: 'error' as const } : {})}
      value={textOf(value)}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** Text of several lines. */
export function TextControl(control: Control) {
  const { field, value, faulty, change } = control;
  return (
    <Input.TextArea
      {...spoken(control)}
      {...counted(field.maximumLength)}
      {...(faulty ? { status: 'error' as const } : {})}
      autoSize={{ minRows: 3, maxRows: 12 }}
      value={textOf(value)}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** An opinion: text, with the phrases that an office writes most often one click away. */
export function OpinionControl(control: Control) {
  const { w } = useWords();
  const text = textOf(control.value);
  return (
    <div className="gc-opinion">
      <TextControl {...control} />
      <div className="gc-phrases">
        {([w('phraseAgreed'), w('phraseRead'), w('phraseHandle'), w('phraseReview')] as const).map((phrase) => (
          <Button key={phrase} size="small" type="text" onClick={() => control.change(text === '' ? phrase : `${text}${phrase}`)}>
            {phrase}
          </Button>
        ))}
      </div>
    </div>
  );
}
