/**
 * What the reader is doing at the moment. Parts of the page listen for the changes they show.
 *
 * @typedef {'select'|'search'|'theme'} Change
 */

const STATE = {
  /** @type {?string} the chosen claim */
  chosen: null,
  /** @type {?Set<string>} the chosen claim's chain */
  chain: null,
  /** @type {?Set<string>} what the search found */
  hits: null,
  dark: false,
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
  STATE.chain = STATE.chosen === null ? null : chainOf(STATE.chosen);
  announce('select');
}

/** Whether the reader asks for less movement. */
function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
