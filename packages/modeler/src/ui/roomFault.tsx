import { Component, type ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../words/words.ts';

interface Held {
  /** The address: at another one it is tried anew. */
  readonly at: string;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
  readonly at: string;
}

/** Keeps the bar and says so where a room breaks or does not arrive; without it nothing at all is left on the screen. */
export class RoomFault extends Component<Held, State> {
  override readonly state: State = { broken: false, at: this.props.at };

  static getDerivedStateFromError = (): Partial<State> => ({ broken: true });

  static getDerivedStateFromProps = ({ at }: Held, state: State): State | null => (at === state.at ? null : { broken: false, at });

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { w } = useWords();
  return (
    <section className="gc-sheet gc-wrong-page" role="alert">
      <h2>{w('roomBroken')}</h2>
      <p>{w('roomBrokenWhatNow')}</p>
      <div className="gc-actions-row">
        <Button type="primary" onClick={() => globalThis.location.reload()}>
          {w('openAgain')}
        </Button>
        <Link to="/todo">{w('toBoard')}</Link>
      </div>
    </section>
  );
}
