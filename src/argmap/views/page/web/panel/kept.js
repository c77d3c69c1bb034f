/** Data kept with a part of the map: the author's own, and where the part was imported from. */

import { part, prose } from '../words/dom.js';

/** Quiet lines, for a part below others. @param {Kept} kept */
export function keptLines(kept) {
  const rows = (kept.meta || []).map(([key, value]) => prose('p', 'quiet', `${key}: ${value}`));
  return kept.origin ? [...rows, prose('p', 'quiet', kept.origin)] : rows;
}

/** A section of the panel, if anything is kept. @param {Kept} kept */
export function keptWith(kept) {
  const lines = keptLines(kept);
  return lines.length ? [part('Kept with it', ...lines)] : [];
}
