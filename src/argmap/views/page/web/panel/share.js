/** The ways to show the page to others: its link, and the whole screen. */

import { WHILE_OPEN } from '../state/life.js';
import { byId, tell } from '../words/dom.js';
import { notify } from './notice.js';

/** How long a button says that it is done, in milliseconds. */
const SAID = 2500;

export function startShare() {
  const copy = byId('copy-link');
  copy.addEventListener('click', async () => {
    if (await copied(location.href)) {
      copy.textContent = 'Link copied';
      tell('The link to what you see is copied.');
      setTimeout(() => {
        copy.textContent = 'Copy link';
      }, SAID);
    } else notify(`This browser does not let the page copy. The link is: ${location.href}`);
  });
  const full = byId('full-screen');
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener('click', () =>
    document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen(),
  );
  document.addEventListener(
    'fullscreenchange',
    () => {
      full.textContent = document.fullscreenElement ? 'Leave full screen' : 'Full screen';
    },
    WHILE_OPEN,
  );
}

/** Whether a text could be put on the clipboard. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
