/** The opening of the poster: as much of the map as can be read at once. */

import { placesFor } from '../layout/arrange.js';
import { DATA, openWayTo, WHOLE } from '../state/data.js';
import { wearFaces } from '../state/faces.js';
import { foldBelow } from '../state/shown.js';
import { isDisputed, MOST_CLASHES } from '../state/standing.js';
import { announce, STATE, update, updateView } from '../state/store.js';
import { fittingScale, READABLE, roomShape } from './camera.js';
import { MOST_SHOWN, rootsIn, upperLevels } from './levels.js';

/** The greatest depth with which the map opens. */
const DEEPEST = 6;

/** Open at the greatest depth at which everything shown can be read without zooming. */
function chooseDepth() {
  if (DATA.claims.length <= MOST_SHOWN && fittingScale(true, WHOLE) >= READABLE) return null;
  for (let depth = DEEPEST; depth >= 0; depth -= 1) {
    const shown = upperLevels(depth);
    if (shown && shown.size <= MOST_SHOWN && isReadable(shown)) return depth;
  }
  return (upperLevels(1)?.size || Infinity) <= MOST_SHOWN ? 1 : 0;
}

/** Whether so much can be read with all of it in view. @param {?Set<string>} shown */
function isReadable(shown) {
  return shown !== null && scaleFor(shown) >= READABLE;
}

/** The scale at which so much would be in view. @param {Set<string>} shown */
function scaleFor(shown) {
  foldBelow(shown); // linked premises with something folded away stand side by side
  return fittingScale(true, placesFor(shown, rootsIn(shown), roomShape(), true));
}

/** Whether the levels were chosen with which the poster opens. */
let isOpened = false;

/** Whether the poster was seen before. */
export function wasOpened() {
  return isOpened;
}

/** Choose them once there is the room of the poster, which is another one than that for reading. */
export function openWhole() {
  if (isOpened) return;
  isOpened = true;
  announce('way');
  wearFaces();
  chooseOpening();
}

/**
 * The levels with which the map opens, and the ways to objections that nothing answers: fewer levels
 * are a fair price for these, but not that the map no longer fits where it did.
 */
function chooseOpening() {
  const wanted = STATE.view;
  updateView({ focus: null, depth: null, open: new Set(), shut: new Set() });
  let depth = chooseDepth();
  let firstOpen = new Set();
  for (let level = depth; level !== null && level >= 0 && !firstOpen.size; level -= 1) {
    firstOpen = waysToClashes(level);
    if (firstOpen.size) depth = level;
  }
  if (STATE.part) firstOpen = new Set();
  update({ firstDepth: depth, firstOpen, view: wanted });
  if (!STATE.placed) updateView({ depth, open: wanted.open.size ? wanted.open : firstOpen });
}

/**
 * The claims to unfold so that objections which nothing answers are seen with what they speak
 * against: those that take the least room, as far as all can still be read.
 * @param {number} level
 */
function waysToClashes(level) {
  const shownWith = (/** @type {Set<string>} */ open) => {
    updateView({ open });
    return upperLevels(level);
  };
  const ways = WHOLE.arrows.filter(isDisputed).map(({ premises, target }) => {
    const way = new Set();
    for (const id of [target, ...premises]) openWayTo(id, way);
    return { way, size: shownWith(way)?.size ?? Infinity };
  });
  ways.sort((a, b) => a.size - b.size);
  let open = new Set();
  for (const { way } of ways.slice(0, MOST_CLASHES)) {
    const more = new Set([...open, ...way]);
    if (isReadable(shownWith(more))) open = more;
  }
  updateView({ open: new Set() });
  return open;
}
