/** Sentences of the workbench, and the bar at the foot in which it says what was done. */

import { byId } from '../words/dom.js';

/** Say what was done, or why nothing was. @param {string} words @param {boolean} [isRefusal] */
export function sayDone(words, isRefusal = false) {
  byId('done').textContent = words;
  byId('done').classList.toggle('wrong', isRefusal);
}

/** A message as a sentence with its full stop. @param {string} message */
export function closed(message) {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}
