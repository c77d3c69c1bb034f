/**
 * What the reader is doing at the moment. Parts of the page listen for the changes they show.
 *
 * @typedef {'select'|'search'|'theme'|'standing'|'view'} Change
 */

/**
 * Claims with what is written on them ('' for nothing), and the relations between them.
 * @typedef {{way: 'below'|'above', of: string, claims: Map<string, string>, relations: Set<string>}} Marked
 * @typedef {{focus: ?{id: string, depth: number}, depth: ?number, open: Set<string>,
 *   shut: Set<string>}} View the part of the map that is shown
 */

const STATE = {
  /** @type {?string} the chosen claim */
  chosen: null,
  /** @type {?string} the claim under the pointer */
  hovered: null,
  /** @type {?Set<string>} the chosen claim's chain */
  chain: null,
  /** @type {?Set<string>} what the search found */
  hits: null,
  /** @type {?Marked} what is singled out of the map around the chosen claim */
  marked: null,
  /** @type {Map<string, Set<string>>} what the reader filters by */
  filters: new Map(),
  /** @type {Set<string>} the chosen claim and those it is joined to */
  near: new Set(),
  /** @type {?Set<string>} the claims that pass the filters */
  passing: null,
  /** @type {View} */
  view: { focus: null, depth: null, open: new Set(), shut: new Set() },
  /** whether the part of the map is shown with which the page was made */
  part: DATA.part !== null,
  /** whether the address says what to show */
  placed: false,
  /** @type {?number} the depth at which the map opens */
  firstDepth: null,
  /** @type {Set<string>} what is unfolded when the map opens */
  firstOpen: new Set(),
  /** @type {?string} the claim whose brief is open */
  brief: null,
  dark: false,
  /** @type {{reject: Set<string>, accept: Set<string>}} what the reader decided */
  stance: { reject: new Set(), accept: new Set() },
  /** @type {Force} what an unanswered objection does that names no force */
  objections: DATA.objections,
};

/** @type {Map<Change, (() => void)[]>} */
const LISTENERS = new Map();

/**
 * @param {Change} change
 * @param {() => void} listener
 */
function when(change, listener) {
  const all = LISTENERS.get(change) || [];
  all.push(listener);
  LISTENERS.set(change, all);
}

/** @param {Change} change */
function announce(change) {
  for (const listener of LISTENERS.get(change) || []) listener();
}

/**
 * Choose a claim, or none.
 * @param {?string} id
 */
function choose(id) {
  STATE.chosen = id !== null && CLAIMS.has(id) ? id : null;
  const gone = STATE.marked && (id === null || !STATE.marked.claims.has(id));
  if (gone) STATE.marked = null;
  STATE.chain = STATE.chosen === null ? null : chainOf(STATE.chosen);
  STATE.near = STATE.chosen === null ? new Set() : neighboursOf(STATE.chosen).add(STATE.chosen);
  if (gone) showView();
  announce('select');
}

/** Whether the reader asks for less movement. */
function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
