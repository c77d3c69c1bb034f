/** Answers that the page holds ready for a chosen claim, always of the map as written. */

import { DATA } from './data.js';
import { hasStance } from './standing.js';
import { STATE } from './store.js';

/** @type {?Prepared} */
let read = null;

/** Answers that the page holds ready. @returns {Prepared} */
export function prepared() {
  read ??= /** @type {Prepared} */ (
    JSON.parse(document.getElementById('asked')?.textContent || '')
  );
  return read;
}

/** Whether the reader sees the map as written. */
export function isAsWritten() {
  return !hasStance() && STATE.objections === DATA.objections;
}
