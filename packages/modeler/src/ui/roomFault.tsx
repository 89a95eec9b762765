import { Component, type ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../words/words.ts';

interface Held {
  /** The address: at another one it is tried anew. */
  readonly at: string;
  readonly children: ReactNode;
}

/** Keeps the bar and says so where a room breaks or does not arrive; without it nothing at all is left on the screen. */
export class RoomFault extends Component<Held, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError = () => ({ broken: true });

  override componentDidUpdate(before: Held): void {
    if (before.at !== this.props.at && this.state.broken) this.setState({ broken: false });
  }

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
