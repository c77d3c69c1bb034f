/** What this phone knows of the room, and who wants to hear when its own answers change. */

/** @type {{mine: RoomOwn, news: ?RoomNews, view: 'ask'|'follows'}} */
export const ROOM = { mine: { name: '', opinions: {} }, news: null, view: 'ask' };

/** @type {(() => void)[]} */
const LISTENERS = [];

/** @param {() => void} listener */
export function hear(listener) {
  if (!LISTENERS.includes(listener)) LISTENERS.push(listener);
}

/** @param {RoomOwn} mine */
export function know(mine) {
  ROOM.mine = mine;
  for (const listener of LISTENERS) listener();
}
