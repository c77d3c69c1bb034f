/** The part of the map that is drawn, and what is folded away below it. */

import { CLAIMS, childrenOf, WHOLE } from './data.js';

/** Values that change together: only the functions below change them. */
const CURRENT = {
  /** @type {Picture} the picture that is drawn */
  picture: WHOLE,
  /** @type {?Set<string>} the claims that are shown; null for all */
  visible: null,
  /** @type {Map<string, number>} how many claims are folded away below a claim that is shown */
  folded: new Map(),
  /** @type {Set<string>} the claims below which something contested is folded away */
  hiding: new Set(),
};

/**
 * @type {Map<string, Set<string>>} the claims that are folded away below each claim that is shown
 */
let hiddenBelow = new Map();

/** @type {Readonly<typeof CURRENT>} */
export const SHOWN = CURRENT;

/**
 * Show some claims, or all, in a picture of their own.
 * @param {?Set<string>} visible @param {Picture} picture
 */
export function showPicture(visible, picture) {
  CURRENT.visible = visible;
  CURRENT.picture = picture;
}

/** What is shown now, to be shown again by a call of the answer. @returns {() => void} */
export function keepShown() {
  const kept = { ...CURRENT };
  const below = hiddenBelow;
  return () => {
    Object.assign(CURRENT, kept);
    hiddenBelow = below;
  };
}

/** Whether a claim is shown. @param {string} id */
export function isShown(id) {
  return !CURRENT.visible || CURRENT.visible.has(id);
}

/** Note below which of the shown claims something contested is folded away. */
export function findHiding() {
  const hides = (/** @type {Set<string>} */ hidden) =>
    [...hidden].some((id) => CLAIMS.get(id)?.word === 'contested');
  CURRENT.hiding = new Set(
    [...hiddenBelow].filter(([, hidden]) => hides(hidden)).map(([id]) => id),
  );
}

/**
 * Note how much is folded away below each of these claims if they alone are shown; nothing for null.
 * @param {?Set<string>} visible
 */
export function foldBelow(visible) {
  hiddenBelow = new Map();
  for (const id of visible || []) {
    const isHidden = (/** @type {string} */ child) =>
      !(/** @type {Set<string>} */ (visible).has(child));
    const hidden = new Set(childrenOf(id).filter(isHidden));
    for (const at of hidden)
      for (const child of childrenOf(at)) if (isHidden(child)) hidden.add(child);
    if (hidden.size) hiddenBelow.set(id, hidden);
  }
  countFolded();
}

function countFolded() {
  CURRENT.folded = new Map([...hiddenBelow].map(([id, hidden]) => [id, hidden.size]));
}

/**
 * The same for a sheet that nobody can unfold: a claim that hangs below several is counted at the
 * nearest one alone, so that all numbers together are what is left out.
 * @param {Set<string>} visible
 */
export function foldOnce(visible) {
  const above = new Map([...visible].map((id) => [id, id]));
  /** @type {Map<string, Set<string>>} */
  const hidden = new Map();
  for (const [at, top] of above) {
    // grows while it is read
    for (const child of childrenOf(at)) {
      if (above.has(child)) continue;
      above.set(child, top);
      hidden.set(top, (hidden.get(top) || new Set()).add(child));
    }
  }
  hiddenBelow = hidden;
  countFolded();
}
