/** The upper levels of the map: the claims from the roots down, and what the reader opened. */

import { childrenOf, DATA } from '../state/data.js';
import { STATE } from '../state/store.js';

/** More claims than these are not shown at once unless the reader asks for them. */
export const MOST_SHOWN = 150;

/**
 * The claims down to a level, and what the reader opened; null if that is everything.
 * @param {?number} depth
 * @returns {?Set<string>}
 */
export function upperLevels(depth) {
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

/** The roots of the map that are shown. @param {Set<string>} visible */
export function rootsIn(visible) {
  return DATA.roots.filter((id) => visible.has(id));
}
