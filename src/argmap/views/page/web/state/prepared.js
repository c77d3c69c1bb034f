/** Answers that the page holds ready for a chosen claim, always of the map as written. */

import { DATA, shownFor } from './data.js';
import { hasStance } from './standing.js';
import { STATE } from './store.js';

/** What the page knows while its answers are still being worked out. @type {Prepared} */
const NOTHING = {
  rests: {},
  steps: [],
  briefs: {},
  blocks: [],
  isWhole: true,
  isPrepared: true,
};

/** @type {?Prepared} */
let read = null;

/** Answers that the page holds ready. @returns {Prepared} */
export function prepared() {
  const text = read ? '' : document.getElementById('asked')?.textContent || '';
  if (text) read = /** @type {Prepared} */ (JSON.parse(text));
  return read || NOTHING;
}

/** Have the answers read once more. */
export function readAgain() {
  read = null;
}

/**
 * What a claim rests on, with the claims that a reader is given: of restated claims one.
 * @param {Claim} claim
 * @returns {Rests|undefined}
 */
export function restsOf(claim) {
  const rests = prepared().rests[claim.first];
  const shown = (/** @type {string[]} */ ids) => ids.map((id) => shownFor(id, [claim.id]));
  return (
    rests && {
      ...rests,
      sets: rests.sets.map((set) => ({ ...set, claims: shown(set.claims) })),
      rejections: rests.rejections.map(shown),
      idle: rests.idle && shown(rests.idle),
    }
  );
}

/** Whether the reader sees the map as written. */
export function isAsWritten() {
  return !hasStance() && STATE.objections === DATA.objections;
}
