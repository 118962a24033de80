// First, because schemas are made while the others load.
// oxlint-disable-next-line import/no-unassigned-import
import './no-eval';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { guardFocus } from './state/focus-guard';
import { listen } from './state/listen';
import { followSystemTheme } from './state/settings-actions';
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

const root = document.getElementById('root');
if (root) {
  followSystemTheme();
  listen();
  guardFocus();
  createRoot(root).render(<App />);
}
