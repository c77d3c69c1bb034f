/** A view that stays where it is on the screen, and as large as it is, when its room changes. */

import { calm } from '../state/store.js';
import { byId } from '../words/dom.js';

/** How long a way of the camera takes, in milliseconds. */
const TRAVEL = 350;

/**
 * The way to move the view of a map. When the room for it changes vis-network would stretch what is
 * drawn; a view that was on its way goes on, any other one stays.
 * @param {any} network
 * @returns {(view: Aim, duration?: number) => void}
 */
export function steadied(network) {
  const seen = { x: 0, y: 0, scale: 1, room: byId('map').getBoundingClientRect() };
  let [aim, end] = [/** @type {?Aim} */ (null), 0];
  const note = () =>
    Object.assign(seen, network.DOMtoCanvas({ x: 0, y: 0 }), { scale: network.getScale() });
  const travel = (/** @type {Aim} */ view, duration = calm() ? 0 : TRAVEL) => {
    [aim, end] = [view, performance.now() + duration];
    const animation = duration > 0 && { duration, easingFunction: 'easeInOutQuad' };
    network.moveTo({ ...view, animation });
    note();
    seen.room = byId('map').getBoundingClientRect();
  };
  note();
  network.on('afterDrawing', note);
  network.on('resize', () => {
    const { x, y, scale, room: before } = seen;
    const room = byId('map').getBoundingClientRect();
    const rest = end - performance.now();
    const position = {
      x: x + (room.left - before.left + room.width / 2) / scale,
      y: y + (room.top - before.top + room.height / 2) / scale,
    };
    // vis-network stretches the view after it has told of the new room
    queueMicrotask(() => {
      if (aim && rest > 0) travel(aim, rest);
      else if (before.width) travel({ position, scale }, 0);
    });
  });
  return travel;
}
