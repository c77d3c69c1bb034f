/** The trail of the claims that were at the centre, each a way back. */

import { goTo } from '../draw/view.js';
import { showFront } from '../draw/ways.js';
import { CLAIMS } from '../state/data.js';
import { choose, isReading, STATE, update, when } from '../state/store.js';
import { byId, element, scrollTo } from '../words/dom.js';

/** How many claims of the trail are named; of a longer one the last. */
const MOST = 4;

export function startTrail() {
  when('view', showTrail);
  showTrail();
}

function showTrail() {
  const place = byId('trail');
  place.hidden = !isReading();
  if (place.hidden) return;
  const { trail } = STATE;
  const shown = trail.slice(-MOST);
  const front = stop('Front page', showFront, STATE.centre === null && !STATE.marked);
  const left = trail.length > MOST ? [element('span', 'quiet', '…')] : [];
  const rests = STATE.marked ? [stop('What it rests on', () => {}, true)] : [];
  place.replaceChildren(front, ...left, ...shown.map(stopAt), ...rests);
  const here = /** @type {HTMLElement?} */ (place.querySelector('[aria-current]'));
  if (here) scrollTo(place, here);
}

/** @param {string} id */
function stopAt(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const go = () => {
    update({ marked: null });
    choose(id);
    goTo(id);
  };
  return stop(`${claim.number} ${claim.name}`, go, id === STATE.centre && !STATE.marked);
}

/** @param {string} words @param {() => void} go @param {boolean} isHere */
function stop(words, go, isHere) {
  const made = element('button', 'stop', words);
  made.setAttribute('type', 'button');
  made.dir = 'auto';
  made.title = words;
  if (isHere) made.setAttribute('aria-current', 'page');
  made.addEventListener('click', go);
  return made;
}
