/** What was done, said in the bar at the foot. */

import { byId } from '../words/dom.js';

/** Say what was done, or why nothing was. @param {string} words @param {boolean} [isRefusal] */
export function sayDone(words, isRefusal = false) {
  byId('done').textContent = words;
  byId('done').classList.toggle('wrong', isRefusal);
}
