/** Long lists: their beginning, with a button that shows the rest. */

import { element } from './dom.js';

/**
 * The first few of many things, each made into an element when it is shown. One more than `most`
 * is shown as well: a button for it would take as much room.
 * @template T
 * @param {readonly T[]} things
 * @param {number} most
 * @param {(thing: T) => HTMLElement} make
 * @param {string} [ending] what the rest is, as the end of "and 3 more"
 */
export function fewFirst(things, most, make, ending = '') {
  if (things.length <= most + 1) return things.map(make);
  const [first, rest] = [things.slice(0, most).map(make), things.slice(most)];
  const words = `and ${rest.length.toLocaleString('en')} more${ending && ` ${ending}`}`;
  const button = element('button', 'button small more', words);
  button.setAttribute('type', 'button');
  const place = first[0]?.tagName === 'LI' ? element('li', 'plain', button) : button;
  button.addEventListener('click', () => {
    const made = rest.map(make);
    place.replaceWith(...made);
    const [next] = made;
    /** @type {?HTMLElement} */ (
      next.matches('button') ? next : next.querySelector('button, a, input')
    )?.focus();
  });
  return [...first, place];
}
