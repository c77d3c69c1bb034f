/** The two ways to show the map: a few claims to be read, or all of it as a poster. */

import { keepState, stateText } from '../state/address.js';
import { choose, isReading, putAtCentre, STATE, update, updateView, when } from '../state/store.js';
import { byId } from '../words/elements.js';
import { firstView } from './camera.js';
import { showView } from './view.js';

/** Show the map as a poster, or a few claims of it to be read. @param {boolean} whole */
export function showWhole(whole) {
  update({ whole, marked: null, part: false });
  updateView({ focus: null });
  if (!whole && STATE.chosen) putAtCentre(STATE.chosen);
  showView();
  firstView(STATE.chosen ?? undefined);
  keepState(true);
}

/** Back to the front page, with nothing chosen. */
export function showFront() {
  update({ marked: null });
  choose(null);
  putAtCentre(null);
  showView();
  keepState(true);
}

/** Show more of what was left out for want of room. @param {Side} side */
export function showMore(side) {
  update({ opened: new Set([...STATE.opened, side]) });
  showView();
}

/** Follow the reader's choices, and the room that is left for what is read. */
export function startReading() {
  const again = () => {
    if (isReading()) showView();
  };
  when('select', again);
  when('search', () => {
    if (STATE.filters.size && isReading()) showWhole(true); // a filter is a view of the whole map
  });
  when('standing', again);
  new ResizeObserver(() => requestAnimationFrame(again)).observe(byId('map'));
}

/** Whether the page shows what it opened with. */
export function isAtStart() {
  return stateText() === '';
}

/** Back to what the page opened with, exactly. */
export function startOver() {
  location.hash = '';
}
