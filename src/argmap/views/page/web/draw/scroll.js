/** Scrolling what is read: the wheel and the page keys move it, within its bounds. */

import { SHOWN } from '../state/shown.js';
import { isReading } from '../state/store.js';
import { moveTo, onMoved, scaleNow, viewBox } from './camera.js';

/** How much of the room a page key moves. */
const PAGE = 0.8;

/** Points of the screen for a line of a wheel that counts in lines. */
const LINE = 18;

/** @param {HTMLElement} place of the map */
export function startScrolling(place) {
  place.addEventListener(
    'wheel',
    (event) => {
      if (!isReading() || event.ctrlKey) return; // with Ctrl the wheel zooms, as everywhere
      event.preventDefault();
      event.stopPropagation();
      const by = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
      scrollBy(event.deltaX * by, event.deltaY * by);
    },
    { capture: true, passive: false },
  );
  place.addEventListener('keydown', (event) => {
    const way = { PageDown: 1, PageUp: -1 }[event.key];
    if (!way || !isReading()) return;
    event.preventDefault();
    scrollBy(0, way * PAGE * place.clientHeight);
  });
  onMoved(() => isReading() && scrollBy(0, 0));
}

/** Move the view over what is read. @param {number} across @param {number} down in points of the screen */
function scrollBy(across, down) {
  const { bottom, left, right, top } = viewBox();
  const { height, width } = SHOWN.picture;
  const scale = scaleNow();
  const x = within(left + across / scale, width - (right - left));
  const y = within(top + down / scale, height - (bottom - top));
  moveTo({ x: x + (right - left) / 2, y: y + (bottom - top) / 2 });
}

/** @param {number} at @param {number} most */
function within(at, most) {
  return Math.min(Math.max(at, 0), Math.max(most, 0));
}
