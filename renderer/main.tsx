import { createRoot } from 'react-dom/client';
import { App } from './app';
import { guardFocus } from './state/focus-guard';
import { loadLater } from './state/later';
import { listen } from './state/listen';
import { applySettings, followSystem } from './state/settings-actions';
import { get } from './state/window-store';
import './styles/tokens.css';
import './styles/base.css';
import './styles/buttons.css';
import './styles/fields.css';
import './styles/overlays.css';
import './styles/marks.css';
import './styles/shell.css';
import './styles/screens.css';
import './styles/open.css';
import './styles/setup.css';
import './styles/review.css';
import './styles/problems.css';
import './styles/grid.css';
import './styles/cells.css';
import './styles/plan.css';
import './styles/run.css';
import './styles/results.css';
import './styles/narrow.css';

/** After so long (ms) the window shows that it waits. */
const PATIENCE = 150;

const root = document.getElementById('root');
if (root) void start(root);

/** Mostly the engine has answered by now, so that what is drawn first is complete, in the right theme and language. */
async function start(place: HTMLElement): Promise<void> {
  followSystem();
  const begun = listen().then(() => {
    const { home } = get();
    return home && applySettings(home.settings);
  });
  guardFocus();
  await Promise.race([begun, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  createRoot(place).render(<App />);
  loadLater();
}
