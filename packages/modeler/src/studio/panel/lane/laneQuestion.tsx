import type { Asked } from '../asked.ts';
import { Choose } from '../control/choose.tsx';
import { putWords, wordsOf } from '../../file/extension.ts';
import { textAt } from '../../file/moddle.ts';
import { Question } from '../question.tsx';
import { useCalled } from '../useCalled.ts';
import { postOptions } from '../who/postOptions.ts';

/** Whose work a lane is: its steps go to this post unless they say otherwise. */
export function LaneQuestion(asked: Asked) {
  const { modeler, element, around } = asked;
  const called = useCalled(asked);
  const { w } = called;
  const post = textAt(wordsOf(element, 'gc:Post')[0], 'key');
  const found = around.posts.find(({ id }) => id === post);
  const wrong = post === '' ? undefined : found ? (found.people === 0 ? w('postIsEmpty') : undefined) : w('postNotThere');
  return (
    <Question title={w('askLanePost')} summary={post ? called.post(post) : w('lanePostNone')} warns={wrong !== undefined}>
      <Choose
        label={w('lanePost')}
        value={post}
        choices={[{ value: '', label: w('lanePostNone') }, ...postOptions(around.posts, post, called)]}
        put={(key) => putWords(modeler, element, { word: 'gc:Post', to: key === '' ? [] : [{ key }] })}
        note={w('lanePostNote')}
        wrong={wrong}
      />
    </Question>
  );
}
