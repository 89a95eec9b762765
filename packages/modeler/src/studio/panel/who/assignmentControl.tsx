import type { Asked } from '../asked.ts';
import { Choose, type Choice } from '../control/choose.tsx';
import { doneByPeople } from '../../file/places.ts';
import { useCalled } from '../useCalled.ts';
import { inPlace, isPlace, isPossible, ofKind, type WhereKind, type Who, type WhoKind } from './assignment.ts';
import { candidatesOf } from './candidates.ts';
import { postOptions } from './postOptions.ts';
import { useWhoLabels } from './whoLabels.ts';

/** What follows from the kind of doer: which post and where, which field, which step. */
export function AssignmentControl({
  asked,
  who,
  put,
  wheres,
}: {
  readonly asked: Asked;
  readonly who: Who;
  readonly put: (who: Who) => void;
  readonly wheres: readonly WhereKind[];
}) {
  const called = useCalled(asked);
  const { w } = called;
  const labels = useWhoLabels();
  const candidates = candidatesOf(asked);
  const steps: readonly Choice<string>[] = doneByPeople(asked.element).map((place) => ({ value: place.id, label: called.place(place) }));
  const fields = (keys: readonly string[]): readonly Choice<string>[] => keys.map((key) => ({ value: key, label: called.field(key) }));
  const post = asked.around.posts.find(({ id }) => id === who.post);
  return (
    <>
      {who.kind === 'post' ? (
        <Choose
          label={w('whichPost')}
          value={who.post}
          choices={postOptions(asked.around.posts, who.post, called)}
          put={(next) => put({ ...who, post: next })}
          wrong={post ? (post.people === 0 ? w('postIsEmpty') : undefined) : w('postNotThere')}
        />
      ) : null}
      {who.kind === 'post' || who.kind === 'leaderInCharge' ? (
        <Choose
          label={who.kind === 'post' ? w('postWhere') : w('leaderWhere')}
          value={who.unit}
          choices={wheres
            .filter((where) => where === who.unit || isPlace(where, candidates))
            .map((where) => ({ value: where, label: labels.where[where] }))}
          put={(next) => put(inPlace(who, next, candidates))}
        />
      ) : null}
      {who.kind !== 'post' && who.kind !== 'leaderInCharge' ? null : who.unit === 'named' ? (
        <Choose
          label={w('whichUnit')}
          value={who.of}
          choices={candidates.units.map((unit) => ({ value: unit, label: called.unit(unit) }))}
          put={(of) => put({ ...who, of })}
        />
      ) : who.unit === 'field' ? (
        <Choose label={w('whichUnitField')} value={who.of} choices={fields(candidates.unitFields)} put={(of) => put({ ...who, of })} />
      ) : who.unit === 'ofStep' ? (
        <Choose label={w('whichStep')} value={who.of} choices={steps} put={(of) => put({ ...who, of })} />
      ) : null}
      {who.kind === 'personInField' ? (
        <Choose
          label={w('whichPersonField')}
          value={who.field}
          choices={fields(candidates.personFields)}
          put={(field) => put({ ...who, field })}
        />
      ) : null}
      {who.kind === 'sameAs' ? (
        <Choose label={w('whichStep')} value={who.step} choices={steps} put={(step) => put({ ...who, step })} />
      ) : null}
    </>
  );
}

/** The kinds of doers that can be chosen here; the one that stands there now is always among them. */
export const kindsPossible = (asked: Asked, kinds: readonly WhoKind[], now: WhoKind | null): readonly WhoKind[] => {
  const candidates = candidatesOf(asked);
  return kinds.filter((kind) => kind === now || isPossible(kind, candidates));
};

/** Another kind of doer, complete at once. */
export const turnedInto = (asked: Asked, who: Who, kind: WhoKind): Who => ofKind(who, kind, candidatesOf(asked));
