/** The state of the page, and the list of those who want to hear of its changes. */

import { CLAIMS, chainOf, DATA, neighboursOf } from './data.js';

/** Values that only `update` and `choose` change. @type {State} */
const CURRENT = {
  chosen: null,
  whole: DATA.part !== null,
  centre: null,
  trail: [],
  opened: new Set(),
  hovered: null,
  chain: null,
  hits: null,
  query: '',
  marked: null,
  filters: new Map(),
  near: new Set(),
  passing: null,
  view: { focus: null, depth: null, open: new Set(), shut: new Set() },
  part: DATA.part !== null,
  placed: false,
  firstDepth: null,
  firstOpen: new Set(),
  brief: null,
  slide: -1,
  dark: false,
  sentences: false,
  stance: { reject: new Set(), accept: new Set() },
  objections: DATA.objections,
  weighed: false,
  credences: new Map(),
  readers: DATA.stances,
};

/** @type {Readonly<State>} */
export const STATE = CURRENT;

/**
 * Change what the reader is doing; who shows it is told by `announce`.
 * @param {Partial<State>} part
 */
export function update(part) {
  Object.assign(CURRENT, part);
}

/** Change how much of the map is to be shown. @param {Partial<View>} part */
export function updateView(part) {
  CURRENT.view = { ...CURRENT.view, ...part };
}

/** Changes after which the map is drawn anew. @type {Change[]} */
export const REDRAWN_AFTER = ['select', 'search', 'theme', 'standing', 'view'];

/** @type {Map<Change, (() => void)[]>} */
const LISTENERS = new Map();

/**
 * @param {Change} change
 * @param {() => void} listener
 */
export function when(change, listener) {
  const all = LISTENERS.get(change) || [];
  all.push(listener);
  LISTENERS.set(change, all);
}

/** @param {Change} change */
export function announce(change) {
  for (const listener of LISTENERS.get(change) || []) listener();
}

/**
 * Choose a claim, or none.
 * @param {?string} id
 */
export function choose(id) {
  const chosen = id !== null && CLAIMS.has(id) ? id : null;
  const isLeft = isLeavingMarked(chosen);
  if (chosen !== null) putAtCentre(chosen);
  update({
    chosen,
    chain: chosen === null ? null : chainOf(chosen),
    near: chosen === null ? new Set() : neighboursOf(chosen).add(chosen),
    marked: isLeft ? null : STATE.marked,
  });
  if (isLeft) announce('part');
  announce('select');
}

/** Whether a choice leads away from what is singled out. @param {?string} id */
function isLeavingMarked(id) {
  if (STATE.marked === null) return false;
  if (isReading()) return id !== null && id !== STATE.marked.of;
  return id === null || !STATE.marked.claims.has(id);
}

/**
 * Put a claim at the centre of what is read, or none for the front page; the trail leads there.
 * @param {?string} id
 */
export function putAtCentre(id) {
  if (id === STATE.centre) return;
  const passed = id === null ? -1 : STATE.trail.indexOf(id);
  const trail =
    id === null ? [] : passed < 0 ? [...STATE.trail, id] : STATE.trail.slice(0, passed + 1);
  update({ centre: id, trail, opened: new Set() });
}

/** Whether a few claims are shown to be read, not the map or a part of it as a poster. */
export function isReading() {
  const isApart = STATE.marked && !STATE.marked.inSets;
  return !STATE.whole && !STATE.view.focus && !isApart && !STATE.part;
}

/** Whether the reader asks for less movement. */
export function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
