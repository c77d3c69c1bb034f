/** The two ways to show the map: a few claims to be read, or all of it as a poster. */

import { keepState, stateText } from '../state/address.js';
import { isOver } from '../state/life.js';
import { choose, isReading, putAtCentre, STATE, update, updateView, when } from '../state/store.js';
import { byId } from '../words/dom.js';
import { firstView, hasMap } from './camera.js';
import { showView } from './view.js';

/** How long a new room is waited for, in milliseconds; the change of a side that makes it another. */
const SOON = 500;
const OTHER = 0.25;

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
  let { clientHeight: high, clientWidth: wide } = byId('map');
  new ResizeObserver(() => {
    const { clientHeight, clientWidth } = byId('map');
    const isOther = changed(clientWidth, wide) || changed(clientHeight, high);
    [wide, high] = [clientWidth, clientHeight];
    requestAnimationFrame(() => {
      if (isOver()) return;
      again();
      if (!isReading() && hasMap() && (isOther || performance.now() < fitUntil))
        firstView(STATE.chosen ?? undefined);
    });
  }).observe(byId('map'));
}

/** Until when a new room is filled with all that is shown: the list beside the map opens with it. */
let fitUntil = 0;

/** Fit the poster into the room that it gets in a moment. */
export function fitSoon() {
  fitUntil = performance.now() + SOON;
}

/** Whether a side of the room is another one: the screen was turned, the window made smaller. */
function changed(/** @type {number} */ now, /** @type {number} */ before) {
  return before > 0 && Math.abs(now - before) > before * OTHER;
}

/** Whether the page shows what it opened with. */
export function isAtStart() {
  return stateText() === '';
}
