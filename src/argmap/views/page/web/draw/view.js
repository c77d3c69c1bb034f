/** The view: all of the map, its upper levels, or what stands around one claim. */

import { arrange } from '../layout/arrange.js';
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
  WHOLE,
} from '../state/data.js';
import { wearFaces } from '../state/faces.js';
import { findHiding, foldBelow, isShown, SHOWN, showPicture } from '../state/shown.js';
import {
  announce,
  choose,
  isReading,
  putAtCentre,
  STATE,
  update,
  updateView,
} from '../state/store.js';
import { byId } from '../words/dom.js';
import { firstView, keepUnderHand, roomShape } from './camera.js';
import { rootsIn, upperLevels } from './levels.js';
import { moveCards, seenPlaces } from './motion.js';
import { openWhole, wasOpened } from './opening.js';
import { showReading } from './reading.js';
import { lookAt } from './visits.js';

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
  const from = wasOpened() ? seenPlaces() : new Map();
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
  if (visible || STATE.sentences || DATA.routed === false) {
    const all = visible || new Set(DATA.claims.map((claim) => claim.id)); // on cards of other sizes
    const isApart = !focus && !marked && !STATE.part;
    showPicture(visible, arrange(all, tops(all), roomShape(), isApart));
  } else {
    showPicture(null, WHOLE);
    for (const claim of DATA.claims)
      [claim.x, claim.y] = /** @type {[number, number]} */ (HOMES.get(claim.id));
  }
  findHiding();
  announce('view');
  moveCards(from);
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
