import { useCallback, useEffect, useRef, useState } from 'react';
import type { DrawingPage } from '@guicheng/server/contract';
import type { Desk } from '../desk.ts';
import { browserWhen } from '../sync/browserWhen.ts';
import { makeChecker, type Checked, type Checker } from './checker.ts';
import { knownOf } from './knownOf.ts';
import { workerExaminer } from './workerExaminer.ts';

export interface Checking {
  readonly checked: Checked | undefined;
  /** Counts how often it was asked for by hand: the list opens then. */
  readonly asked: number;
  readonly checkNow: () => void;
}

/** Keeps the drawing checked as long as it is open. */
export function useChecking(desk: Desk | undefined, { around }: DrawingPage): Checking {
  const [checked, setChecked] = useState<Checked>();
  const [asked, setAsked] = useState(0);
  const running = useRef<Checker | undefined>(undefined);
  useEffect(() => {
    if (!desk) return undefined;
    const checker = makeChecker({
      serialise: desk.xml,
      known: knownOf(around),
      examiner: workerExaminer,
      when: browserWhen,
      told: setChecked,
    });
    running.current = checker;
    const changed = (): void => checker.changed();
    desk.modeler.on('commandStack.changed', changed);
    return () => {
      desk.modeler.off('commandStack.changed', changed);
      checker.stop();
      running.current = undefined;
    };
  }, [desk, around]);
  const checkNow = useCallback(() => {
    running.current?.now();
    setAsked((times) => times + 1);
  }, []);
  return { checked, asked, checkNow };
}
