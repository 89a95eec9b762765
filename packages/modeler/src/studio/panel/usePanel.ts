import { createContext, useContext } from 'react';
import type { Services } from '../file/moddle.ts';

/** What the controls of the panel share: the editor, and which questions are unfolded, which is kept while another element is looked at. */
export interface Shared {
  readonly modeler: Services;
  readonly unfolded: ReadonlySet<string>;
  readonly fold: (question: string, open: boolean) => void;
  /** The element that is asked about; pending words are not written to one that is gone. */
  readonly element: string;
}

export const PanelContext = createContext<Shared | null>(null);

/** The panel around a control; a control outside of one is a mistake of ours. */
export function usePanel(): Shared {
  const shared = useContext(PanelContext);
  if (!shared) throw new Error('a control of the panel stands outside of it');
  return shared;
}
