/** Boxes and points: what lies in what, and how near. */

/** @param {Box} box @returns {[number, number]} */
export function middleOf({ left, top, w, h }) {
  return [left + w / 2, top + h / 2];
}

/** @param {[number, number]} point @param {Box} box @param {number} [gap] how near counts too */
export function isInside([x, y], { left, top, w, h }, gap = 0) {
  return left - gap <= x && x <= left + w + gap && top - gap <= y && y <= top + h + gap;
}

/**
 * Whether two boxes come nearer to each other than this.
 * @param {Box} a
 * @param {Box} b
 * @param {number} gap
 */
export function overlap(a, b, gap) {
  return (
    a.left - gap < b.left + b.w &&
    b.left - gap < a.left + a.w &&
    a.top - gap < b.top + b.h &&
    b.top - gap < a.top + a.h
  );
}

/**
 * The box of a card or a container.
 * @param {{x: number, y: number, w: number, h: number}} placed
 * @returns {Box}
 */
export function boxOf({ x, y, w, h }) {
  return { left: x, top: y, w, h };
}
