import { render } from 'preact';
import { recogniseVisitor } from './api/accounts';
import { proveBy } from './api/proof';
import { followOtherTabs } from './api/session';
import { App } from './App';
import { startLive } from './live/stream';
import { followUnread } from './live/unread';
import { startRouter } from './router/router';
import { followTheme } from './shell/theme';
import './style/tokens.css';
import './style/base.css';
import './parts/controls.css';
import { loadWords } from './words';

/** Milliseconds. A build that was replaced is loaded again, but never in a circle. */
const RELOAD_AGAIN = 30_000;

// A new version was installed while this page was open, and its files have other names.
addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('sf.reloaded') ?? 0);
  if (Date.now() - last < RELOAD_AGAIN) return;
  sessionStorage.setItem('sf.reloaded', String(Date.now()));
  location.reload();
});

startRouter();
proveBy(async () => (await import('./parts/identity/ProofDialog')).askForProof());
followTheme();
followOtherTabs(() => void recogniseVisitor());
startLive();
followUnread();

// Pages need not wait for it: whoever has a session sends its cookie anyway.
void recogniseVisitor();
await loadWords();

const root = document.getElementById('app');
if (!root) throw new Error('the page has no #app');
root.replaceChildren();
render(<App />, root);
