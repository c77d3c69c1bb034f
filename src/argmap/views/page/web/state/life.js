/** The life of the page: where a served page is made anew from new data, the old one ends. */

const LIFE = new AbortController();

/** For listeners on what outlives the page, such as the document. @type {AddEventListenerOptions} */
export const WHILE_OPEN = { signal: LIFE.signal };

/** The same for listeners that hear of an event before its target does. @type {AddEventListenerOptions} */
export const WHILE_OPEN_FIRST = { ...WHILE_OPEN, capture: true };

/** Whether another page has taken the place of this one. */
export function isOver() {
  return LIFE.signal.aborted;
}

/** Stop listening to what outlives the page. */
export function endPage() {
  LIFE.abort();
}
