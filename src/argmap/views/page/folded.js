/** What is folded away below the claims that are shown. */

/** @type {Map<string, number>} how many claims are folded away below a claim that is shown */
let FOLDED = new Map();

/** @type {Set<string>} the claims below which something contested is folded away */
let HIDING = new Set();

/** @type {Map<string, Set<string>>} what is folded away below each claim that is shown */
let HIDDEN = new Map();

function findHiding() {
  HIDING = new Set([...HIDDEN].filter(([, hidden]) => [...hidden].some((id) => CLAIMS.get(id)?.word === 'contested')).map(([id]) => id));
}

/** How much is folded away below each claim that is shown. @param {?Set<string>} visible */
function foldedBelow(visible) {
  HIDDEN = new Map();
  const found = new Map();
  for (const id of visible || []) {
    const hidden = new Set(childrenOf(id).filter((child) => !(/** @type {Set<string>} */ (visible)).has(child)));
    for (const at of hidden) for (const child of childrenOf(at)) if (!visible?.has(child)) hidden.add(child);
    if (!hidden.size) continue;
    found.set(id, hidden.size);
    HIDDEN.set(id, hidden);
  }
  return found;
}
