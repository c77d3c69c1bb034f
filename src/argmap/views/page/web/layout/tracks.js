/**
 * Tracks of lines: straight where nothing stands between, else around it; and where premises meet.
 */

import { CLAIMS } from '../state/data.js';
import { boxOf, isInside, overlap } from './boxes.js';
import { loopAt, pointsOn } from './curves.js';
import { gridOver, keepOff, wayAround } from './grid.js';
import { CHAPTER_PAD, MOST_WAYS, PILL_SIZE } from './measures.js';
import { headOf } from './sections.js';

/**
 * What keeps lines off cards: of a line that would cross one, a way around it.
 * @param {Places} places @param {Box[]} walls @param {Container[]} containers
 * @returns {Tracker}
 */
export function trackLayer(places, walls, containers) {
  const boxes = containers.filter(({ pill }) => !pill).map(boxOf);
  const heads = places.chapters.map((chapter) => ({
    left: chapter.x,
    top: chapter.y,
    w: chapter.w,
    h: CHAPTER_PAD + headOf(chapter.title),
  }));
  const grid = gridOver(places, walls, [...boxes, ...heads]);
  return (from, to, direct, far = false) => {
    if (from.left === to.left && from.top === to.top) return loopAt(from);
    const others = walls.filter((wall) => !overlap(wall, from, -1) && !overlap(wall, to, -1));
    const points = pointsOn(direct.path);
    const isFree =
      !(far && places.chapters.length) &&
      !others.some((wall) => points.some((point) => isInside(point, wall, 5)));
    const way =
      isFree || !grid || grid.ways >= MOST_WAYS ? direct : wayAround(grid, from, to, others);
    if (grid) keepOff(grid, way.path);
    return way;
  };
}

/** Where the lines to a claim end, on which undercuts aim. @param {string} id @returns {Box} */
export function portsOf(id) {
  const { x, y, w, h } = /** @type {Claim} */ (CLAIMS.get(id));
  return { left: x, top: y + h, w, h: 56 };
}

/**
 * The pill where premises meet that stand apart: near all of them, and near the claim to which they
 * lead, where nothing else stands.
 * @param {Box[]} cards @param {Box} target @param {Box[]} taken @param {number} [w] its width
 */
export function pillFor(cards, target, taken, w = PILL_SIZE[0]) {
  const x =
    cards.reduce((sum, card) => sum + card.left + card.w / 2, target.left + target.w / 2) /
    (cards.length + 1);
  const below = cards.filter((card) => card.top > target.top + target.h).length * 2 >= cards.length;
  const y = below ? target.top + target.h + 34 : Math.max(6, target.top - 60);
  const wanted = { left: x - w / 2, top: y, w, h: PILL_SIZE[1] };
  const free = (/** @type {Box} */ box) =>
    box.left > 0 && box.top > 0 && !taken.some((other) => overlap(other, box, 14));
  for (let away = 0; away < 40; away += 1) {
    for (const [right, down] of [
      [0, away],
      [away, 0],
      [-away, 0],
      [away, away],
      [-away, away],
      [0, -away],
    ]) {
      const box = { ...wanted, left: wanted.left + right * 20, top: wanted.top + down * 12 };
      if (free(box)) return box;
    }
  }
  return wanted;
}
