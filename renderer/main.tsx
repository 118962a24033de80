import { createRoot } from 'react-dom/client';
import { App } from './app';
import { listen } from './state/listen';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/screens.css';
import './styles/review.css';
import './styles/grid.css';
import './styles/run.css';

const root = document.getElementById('root');
if (root) {
  listen();
  createRoot(root).render(<App />);
}
