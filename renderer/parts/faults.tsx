import { Component } from 'react';
import { words } from '../words/words';
import { Button } from './button';
import { Notice } from './notice';

/** Catches a fault of a screen, so that the rest of the window stays and says so. */
export class Faults extends Component<{ children: React.ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): React.ReactNode {
    if (!this.state.failed) return this.props.children;
    const w = words();
    return (
      <main className="screen">
        <div className="screen-inner">
          <Notice level="error" actions={<Button onPress={() => location.reload()}>{w.errorReload}</Button>}>
            {w.errorUnexpected}
          </Notice>
        </div>
      </main>
    );
  }
}
