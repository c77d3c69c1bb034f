/** The bar of buttons beside words of the document. */

import { byId } from '../words/dom.js';

/** The room that the bar keeps to the words, and to the head of the pane, in pixels. */
const [APART, HEAD] = [6, 46];

/** Show these buttons beside some words. @param {DOMRect} box @param {HTMLElement[]} buttons */
export function showToolbar(box, buttons) {
  const bar = byId('passage');
  bar.replaceChildren(...buttons);
  bar.hidden = false;
  const room = byId('doc').getBoundingClientRect();
  const below = box.bottom - room.top + APART;
  const isRoom = below + bar.offsetHeight <= room.height;
  const top = isRoom ? below : box.top - room.top - bar.offsetHeight - APART;
  bar.style.top = `${Math.max(HEAD, top)}px`;
}

/** Hide the bar, unless somebody is about to press one of its buttons. */
export function leaveToolbar() {
  if (!byId('passage').contains(document.activeElement)) hideToolbar();
}

export function hideToolbar() {
  byId('passage').hidden = true;
}
