import type { ElementId } from '../../../words/ids.ts';
import type { Text } from '../../../words/text.ts';

/** Why a case cannot go over to another version; closed. */
export const MIGRATION_OBSTACLES = [
  'noTarget',
  'otherKind',
  'otherNesting',
  'otherRepetition',
  'flowGone',
  'calledOther',
  'waitsForever',
  'runsTwice',
] as const;
export type MigrationObstacleCode = (typeof MIGRATION_OBSTACLES)[number];

/** One reason, at the element of the old version where the case is; `to` is what it would become, or the place that is in the way. */
export interface MigrationObstacle {
  readonly code: MigrationObstacleCode;
  readonly element: ElementId;
  readonly to: ElementId | null;
}

/** What becomes of something that is waited for, beside the steps themselves; nobody is asked, but it is told. */
export interface MigrationChange {
  readonly code: 'waitEnds' | 'waitBegins' | 'timerSetAnew';
  readonly element: ElementId;
}

/** How an element is called in the sentences, in the old version or the new one. */
export interface MigrationNames {
  old(element: ElementId): Text;
  next(element: ElementId): Text;
}

/** A reason in words. */
export function obstacleWords({ code, element, to }: MigrationObstacle, names: MigrationNames): Text {
  const here = names.old(element);
  const there = to === null ? undefined : names.next(to);
  const [zh, en] = SENTENCES[code](here.zh, there?.zh ?? '', { here: here.en ?? here.zh, there: there?.en ?? there?.zh ?? '' });
  return { zh, en };
}

type Say = (here: string, there: string, en: { readonly here: string; readonly there: string }) => readonly [string, string];

const SENTENCES: { readonly [code in MigrationObstacleCode]: Say } = {
  noTarget: (here, _, en) => [
    `新版本里没有“${here}”，请指定它对应的步骤`,
    `The new version has no “${en.here}”; say which step it becomes`,
  ],
  otherKind: (here, there, en) => [
    `“${here}”和新版本的“${there}”不是同一类步骤`,
    `“${en.here}” and “${en.there}” of the new version are not of the same kind`,
  ],
  otherNesting: (here, there, en) => [
    `“${here}”和新版本的“${there}”不在同一个子流程里`,
    `“${en.here}” and “${en.there}” of the new version are not in the same sub-process`,
  ],
  otherRepetition: (here, there, en) => [
    `“${here}”和新版本的“${there}”一个由多人分别办理（或反复办理），另一个不是`,
    `One of “${en.here}” and “${en.there}” of the new version is done several times over, the other is not`,
  ],
  flowGone: (here, there, en) => [
    `一路已经办完，正在“${here}”等其他各路，而新版本的“${there}”没有这一路`,
    `One branch is done and waits at “${en.here}” for the others, but “${en.there}” of the new version has no such branch`,
  ],
  calledOther: (here, there, en) => [
    `“${here}”正在办理的下级流程，新版本的“${there}”不再使用`,
    `“${en.there}” of the new version no longer uses the process that runs within “${en.here}”`,
  ],
  waitsForever: (_, there, en) => [
    `新版本的“${there}”要等各路都办完，而这件有一路不会再走到，会一直等下去`,
    `“${en.there}” of the new version waits for all its branches, and one of them will never come for this case`,
  ],
  runsTwice: (here, there, en) => [
    `这件同时在“${here}”和另一步，新版本里它们是先后关系，“${there}”会办两遍`,
    `The case is at “${en.here}” and at another step at once; in the new version one follows the other, so “${en.there}” would be done twice`,
  ],
};

/** What changes of the waits, in words. */
export function changeWords({ code, element }: MigrationChange, names: MigrationNames): Text {
  const name = code === 'waitEnds' ? names.old(element) : names.next(element);
  const [zh, en] = CHANGES[code](name.zh, name.en ?? name.zh);
  return { zh, en };
}

const CHANGES: { readonly [code in MigrationChange['code']]: (zh: string, en: string) => readonly [string, string] } = {
  waitEnds: (zh, en) => [`不再等候“${zh}”`, `“${en}” is no longer waited for`],
  waitBegins: (zh, en) => [`开始等候“${zh}”`, `“${en}” is waited for from now on`],
  timerSetAnew: (zh, en) => [
    `“${zh}”的时间按新版本从原来的起点重新计算`,
    `The time of “${en}” is counted anew as the new version has it, from when it began`,
  ],
};
