import { useEffect, useState } from 'react';
import type { Surroundings } from '@guicheng/server/contract';
import type { Answered } from '../drawing/check/checker.ts';
import { knownOf } from '../drawing/check/knownOf.ts';
import { workerExaminer } from '../drawing/check/workerExaminer.ts';

/** What is wrong with a draft: undefined until it is known, `failed` where it could not be checked here. */
export type Check = Pick<Answered, 'problems' | 'unreadable'> | 'failed' | undefined;

/** Checks a draft as publishing will, in a worker of its own. */
export function useCheck(xml: string, around: Surroundings): Check {
  const [known, setKnown] = useState<{ readonly xml: string; readonly check: Check }>();
  useEffect(() => {
    const put = (check: Check): void => setKnown({ xml, check });
    const examiner = workerExaminer({ answered: put, crashed: () => put('failed') });
    examiner.ask({ number: 1, xml, known: knownOf(around) });
    return () => examiner.end();
  }, [xml, around]);
  return known?.xml === xml ? known.check : undefined;
}
