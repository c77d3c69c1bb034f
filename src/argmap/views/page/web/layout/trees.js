/** Trees of claims: each visible claim in one place, conclusions on top, reasons below them. */

import { CHILDREN, CLAIMS, RELATIONS } from '../state/data.js';
import { SHOWN } from '../state/shown.js';
import { distance, homeOf, inPlaceOrder } from './homes.js';
import {
  ATTACK_GAP,
  FRAME_HEAD,
  FRAME_PAD,
  LANE,
  ROW_GAP,
  SIDE_GAP,
  STACK_GAP,
} from './measures.js';
import { isElsewhere, leadersOf } from './sections.js';

/**
 * The visible claims as trees, each claim in the one place where it occurs first.
 * @param {Set<string>} visible
 * @param {string[]} tops
 * @param {boolean} apart whether no claim hangs below one of another chapter
 * @returns {Branch[]}
 */
export function treesOf(visible, tops, apart) {
  /** @type {Set<string>} */
  const placed = new Set();
  const branch = (
    /** @type {string[]} */ ids,
    /** @type {?string} */ frame,
    /** @type {string} */ step = '',
  ) => {
    for (const id of ids) placed.add(id);
    return branchOf(ids, frame, RELATIONS.get(step)?.kind === 'attacks' ? ATTACK_GAP : 0);
  };
  const trees = tops.map((top) => branch([top], null));
  if (apart) trees.push(...leadersOf(visible, placed).map(([ids, frame]) => branch(ids, frame)));
  const leads = trees.slice();
  const parents = parentsIn(visible, new Set(placed), apart);
  for (const id of visible) {
    if (!leads.length && placed.has(id)) continue;
    const waiting = leads.splice(0);
    if (!waiting.length) {
      // reached from no top: it only goes round
      waiting.push(branch([id], null));
      trees.push(waiting[0]);
    }
    for (const at of waiting) {
      // in breadth, so that a claim hangs as high as it can
      const fits = (/** @type {string} */ child, /** @type {string} */ id) =>
        visible.has(child) && !placed.has(child) && (parents.get(child) ?? id) === id;
      const below = at.ids.flatMap((id) => branchesBelow(id, fits, branch));
      at.below = inPlaceOrder(below, ({ ids }) => homeOf(ids));
      waiting.push(...at.below);
    }
  }
  return trees;
}

/**
 * The claim below which each visible claim hangs: of those nearer to the top, and in its own
 * chapter, the one that is nearest in the whole map.
 * @param {Set<string>} visible @param {Set<string>} tops @param {boolean} apart
 * @returns {Map<string, string>}
 */
function parentsIn(visible, tops, apart) {
  const levels = new Map([...tops].map((id) => [id, 0]));
  /** @type {Map<string, string>} */
  const parents = new Map();
  for (const [id, level] of levels) {
    // grows while it is read
    for (const [child] of CHILDREN.get(id) || []) {
      if (!visible.has(child) || (apart && isElsewhere(child, id))) continue;
      if (!levels.has(child)) levels.set(child, level + 1);
      if (/** @type {number} */ (levels.get(child)) <= level) continue;
      const known = parents.get(child);
      const home = homeOf([child]);
      const isNearer = !known || distance(home, homeOf([id])) < distance(home, homeOf([known]));
      if (isNearer) parents.set(child, id);
    }
  }
  return parents;
}

/**
 * A branch that is not measured yet.
 * @param {string[]} ids
 * @param {?string} frame
 * @param {number} lower how much lower it hangs than others
 * @returns {Branch}
 */
function branchOf(ids, frame, lower) {
  const box = { left: 0, top: 0, w: 0, h: 0 };
  const size = { width: 0, height: 0 };
  return { ids, frame, lower, below: [], columns: [], own: [0, 0], ...size, box, stack: null };
}

/**
 * Branches for what hangs directly below a claim; premises of one step stand together if all fit.
 * @param {string} id
 * @param {(child: string, id: string) => boolean} fits whether a claim may hang below this one
 * @param {(ids: string[], frame: ?string, step: string) => Branch} branch
 */
function branchesBelow(id, fits, branch) {
  const steps = new Set((CHILDREN.get(id) || []).map(([, relation]) => relation));
  return [...steps].flatMap((step) => {
    const all = [...new Set(/** @type {Relation} */ (RELATIONS.get(step)).premises)];
    const fresh = inPlaceOrder(
      all.filter((child) => fits(child, id)),
      (child) => homeOf([child]),
    );
    const isWhole = fresh.length > 1 && fresh.length === all.length;
    return isWhole
      ? [branch(fresh, step, step)]
      : fresh.map((child) => branch([child], null, step));
  });
}

/**
 * The size of a branch's own box, and the columns of what hangs below it.
 * @param {Branch} at
 * @param {number} most how many leaves are stacked at most
 * @param {number} deep how many branches
 */
export function measure(at, most, deep) {
  for (const branch of at.below) measure(branch, most, deep);
  const cards = at.ids.map((id) => /** @type {Claim} */ (CLAIMS.get(id)));
  const high = Math.max(...cards.map((card) => card.h));
  if (!at.frame) at.own = [cards[0].w, high];
  else if (isSpread(at)) {
    const across = cards.reduce((sum, card) => sum + card.w + SIDE_GAP, 2 * FRAME_PAD - SIDE_GAP);
    at.own = [across, high + FRAME_PAD + FRAME_HEAD];
  } else {
    const down = cards.reduce((sum, card) => sum + card.h + FRAME_PAD, FRAME_HEAD);
    at.own = [cards[0].w + 2 * FRAME_PAD, down];
  }
  const leaves = at.below.filter((branch) => !branch.below.length);
  const rows = leaves.length <= 2 ? 1 : Math.min(most, Math.ceil(leaves.length / 2));
  at.columns = [];
  for (const branch of at.below) {
    const last = at.columns[at.columns.length - 1];
    const isLeaf = !branch.below.length;
    const fits = last && isLeaf === !last[0].below.length && last.length < (isLeaf ? rows : deep);
    if (fits) last.push(branch);
    else at.columns.push([branch]);
  }
  const across = at.columns.reduce((sum, column) => sum + widthOf(column) + SIDE_GAP, -SIDE_GAP);
  at.width = Math.max(at.own[0], across);
  const down = Math.max(0, ...at.columns.map(heightOf));
  at.height = at.own[1] + (down ? ROW_GAP + down : 0);
}

/** Whether linked premises stand side by side, to leave room below each. @param {Branch} at */
function isSpread(at) {
  return at.below.length > 0 || at.ids.some((id) => SHOWN.folded.has(id));
}

/** @param {Branch[]} column */
function widthOf(column) {
  return Math.max(...column.map((branch) => branch.width)) + (column.length > 1 ? LANE : 0);
}

/** @param {Branch[]} column */
function heightOf(column) {
  const down = column.reduce((sum, branch) => sum + branch.height + STACK_GAP, -STACK_GAP);
  return column[0].lower + down;
}

/**
 * @param {Branch} at
 * @param {number} left @param {number} top
 * @param {?Stack} stack
 */
export function put(at, left, top, stack) {
  const [w, h] = at.own;
  at.box = { left: left + (at.width - w) / 2, top, w, h };
  at.stack = stack;
  let [x, y] = [at.box.left + (at.frame ? FRAME_PAD : 0), top + (at.frame ? FRAME_HEAD : 0)];
  for (const id of at.ids) {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    [claim.x, claim.y] = [x, y];
    if (isSpread(at)) x += claim.w + SIDE_GAP;
    else y += claim.h + FRAME_PAD;
  }
  const across = at.columns.reduce((sum, column) => sum + widthOf(column) + SIDE_GAP, -SIDE_GAP);
  let next = left + (at.width - across) / 2;
  for (const column of at.columns) {
    let down = top + h + ROW_GAP + column[0].lower;
    const lane = column.length > 1 ? LANE : 0;
    const wide = widthOf(column) - lane;
    column.forEach((branch, row) => {
      const way = { top: top + h + ROW_GAP, lane: next + lane - 9 - 6 * row };
      put(branch, next + lane + (wide - branch.width) / 2, down, row ? way : null);
      down += branch.height + STACK_GAP;
    });
    next += widthOf(column) + SIDE_GAP;
  }
}
