/** The view: all of the map, its upper levels, or what stands around one claim. */

import { arrange, placesFor } from '../layout/arrange.js';
import { HOMES } from '../layout/homes.js';
import { keepState } from '../state/address.js';
import {
  CLAIMS,
  childrenOf,
  claimHitBy,
  DATA,
  inOrder,
  neighboursOf,
  openWayTo,
  RELATIONS_FROM,
} from '../state/data.js';
import { wearFaces } from '../state/faces.js';
import { findHiding, foldBelow, isShown, SHOWN, showPicture } from '../state/shown.js';
import { isDisputed, MOST_CLASHES } from '../state/standing.js';
import {
  announce,
  choose,
  isReading,
  putAtCentre,
  STATE,
  update,
  updateView,
} from '../state/store.js';
import { byId } from '../words/elements.js';
import { firstView, fittingScale, keepUnderHand, lookAt, READABLE, roomShape } from './camera.js';
import { moveCards, seenPlaces } from './motion.js';
import { showReading } from './reading.js';

const MOST_SHOWN = 150;
const DEEPEST = 6;

/**
 * The claims down to a level, and what the reader opened; null if that is everything.
 * @param {?number} depth
 * @returns {?Set<string>}
 */
function upperLevels(depth) {
  const { open, shut } = STATE.view;
  if (depth === null && !shut.size) return null;
  const tops =
    depth !== null && DATA.roots.length > MOST_SHOWN
      ? DATA.roots.slice(0, MOST_SHOWN / 3)
      : DATA.roots;
  const levels = new Map(tops.map((id) => [id, 0]));
  for (const [id, level] of levels) {
    // grows while it is read
    const goesOn = depth === null || level < depth || open.has(id);
    if (!goesOn || shut.has(id)) continue;
    for (const child of childrenOf(id)) if (!levels.has(child)) levels.set(child, level + 1);
  }
  if (depth !== null)
    for (const id of open) if (!levels.has(id) && DATA.roots.includes(id)) levels.set(id, 0);
  return levels.size === DATA.claims.length ? null : new Set(levels.keys());
}

/**
 * The claims around one, whichever way the relations run.
 * @param {string} id
 * @param {number} depth
 */
function around(id, depth) {
  const levels = new Map([[id, 0]]);
  for (const same of CLAIMS.get(id)?.same || []) levels.set(same, 0);
  for (const [at, level] of levels) {
    const next = level < depth ? neighboursOf(at) : STATE.view.open.has(at) ? childrenOf(at) : [];
    for (const other of next) if (other && !levels.has(other)) levels.set(other, level + 1);
  }
  return new Set(inOrder(levels.keys()));
}

/** @param {Set<string>} visible */
export function topsOf(visible) {
  const leads = (/** @type {string} */ id) =>
    (RELATIONS_FROM.get(id) || []).map(claimHitBy).some((hit) => hit !== id && visible.has(hit));
  return [...new Set([...DATA.roots, ...visible])].filter((id) => visible.has(id) && !leads(id));
}

/** @param {Set<string>} visible */
function rootsIn(visible) {
  return DATA.roots.filter((id) => visible.has(id));
}

/** The part with which the page was made, and what the reader unfolded below it. */
function ownPart() {
  const shown = new Set(DATA.part?.claims);
  for (const id of STATE.view.open)
    if (shown.has(id)) for (const child of childrenOf(id)) shown.add(child);
  return new Set(inOrder(shown));
}

/**
 * What stands on top of the part: the claim in whose name it was made.
 * @param {Set<string>} visible
 */
function partTops(visible) {
  const focus = DATA.part?.focus;
  if (!focus || !visible.has(focus)) return topsOf(visible);
  const below = new Set([focus]);
  for (const id of below)
    for (const child of childrenOf(id)) if (visible.has(child)) below.add(child);
  return [focus, ...topsOf(visible).filter((id) => !below.has(id))];
}

/** Lay out what is shown, and tell every part of the page. */
export function showView() {
  if (isReading()) {
    showReading();
    announce('view');
    return;
  }
  const from = isOpened ? seenPlaces() : new Map();
  openWhole();
  announce('way');
  wearFaces();
  const { focus, depth } = STATE.view;
  const { marked } = STATE;
  let visible = focus ? around(focus.id, focus.depth) : STATE.part ? ownPart() : upperLevels(depth);
  if (visible && marked) visible = new Set(inOrder(marked.claims.keys()));
  foldBelow(marked ? null : visible);
  const tops = (/** @type {Set<string>} */ all) =>
    focus || marked ? topsOf(all) : STATE.part ? partTops(all) : rootsIn(all);
  if (visible || STATE.sentences) {
    const all = visible || new Set(DATA.claims.map((claim) => claim.id)); // on cards of other sizes
    const isApart = !focus && !marked && !STATE.part;
    showPicture(visible, arrange(all, tops(all), roomShape(), isApart));
  } else {
    showPicture(null, DATA);
    for (const claim of DATA.claims)
      [claim.x, claim.y] = /** @type {[number, number]} */ (HOMES.get(claim.id));
  }
  findHiding();
  announce('view');
  moveCards(from);
}

/** Open at the greatest depth at which everything shown can be read without zooming. */
function chooseDepth() {
  if (DATA.claims.length <= MOST_SHOWN && fittingScale(true, DATA) >= READABLE) return null;
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

/** Choose them once there is the room of the poster, which is another one than that for reading. */
function openWhole() {
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
  const ways = DATA.arrows.filter(isDisputed).map(({ premises, target }) => {
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

/**
 * Show a level of the whole map, or of what stands around the claim in focus.
 * @param {?number} depth
 */
export function setDepth(depth) {
  update({ marked: null, part: false, whole: true });
  openWhole();
  const { focus } = STATE.view;
  if (focus && depth !== null) updateView({ focus: { id: focus.id, depth } });
  else updateView({ focus: null, depth, open: new Set(), shut: new Set() });
  showView();
  firstView();
  keepState(true);
}

/** @param {?string} id @param {number} [depth] */
export function focusOn(id, depth = 1) {
  update({ marked: null });
  const near = Math.min(4, Math.max(1, Math.round(depth) || 1));
  updateView({ focus: id === null ? null : { id, depth: near }, open: new Set() });
  if (id !== null) announce('focus'); // ends a search: what is around the claim is to be seen
  showView();
  if (id !== null) toMap();
  firstView(id ?? undefined);
  keepState(true);
}

/** On a phone outline, panel and map take turns: let the map be seen. */
export function toMap() {
  if (!matchMedia('(max-width: 700px)').matches) return;
  byId('panel').hidden = true;
  if (!document.body.classList.contains('map-first')) byId('map-switch').click();
}

/** Unfold what hangs below a claim, or fold it away. @param {string} id */
export function toggleFold(id) {
  if (isReading()) return;
  const { focus } = STATE.view;
  const [open, shut] = [new Set(STATE.view.open), new Set(STATE.view.shut)];
  const place = CLAIMS.get(id);
  if (!place) return;
  const [x, y] = [place.x, place.y];
  if (SHOWN.folded.has(id)) {
    open.add(id);
    shut.delete(id);
  } else if (!focus && !STATE.part && childrenOf(id).length) {
    open.delete(id);
    shut.add(id);
  }
  updateView({ open, shut });
  showView();
  keepUnderHand(x, y, place);
  keepState(true);
}

/** Make sure that a claim is shown: unfold the way down to it. @param {string} id */
export function reveal(id) {
  if (isShown(id)) return;
  update({ marked: null, part: false });
  const open = new Set([...STATE.view.open, id]);
  openWayTo(id, open);
  const shut = new Set([...STATE.view.shut].filter((at) => !open.has(at)));
  const isAll = STATE.view.depth === null && shut.size === 0;
  updateView({ focus: null, open: isAll ? new Set() : open, shut });
  showView();
}

/**
 * Bring a claim into the middle, near enough to be read.
 * @param {string} id
 */
export function goTo(id) {
  if (isReading()) {
    if (STATE.centre !== id) {
      putAtCentre(id);
      showView();
    }
    return;
  }
  reveal(id);
  const claim = CLAIMS.get(id);
  if (claim) lookAt(claim);
}

/**
 * Choose a claim and bring it into view.
 * @param {string} id
 */
export function pick(id) {
  choose(id);
  goTo(id);
}

/** @param {Event} event */
export function chooseClicked(event) {
  const hit = /** @type {?HTMLElement} */ (
    /** @type {Element} */ (event.target).closest('[data-claim]')
  );
  if (!hit || !hit.dataset.claim) return;
  event.preventDefault(); // of a link: the choice keeps the rest of the address
  pick(hit.dataset.claim);
}
