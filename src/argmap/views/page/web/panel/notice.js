/** A line over the map that says what the page could not do; it goes away with its cross. */

import { byId, element } from '../words/dom.js';
import { listed } from '../words/sentences.js';

/** Say something over the map. @param {string} words */
export function notify(words) {
  const place = byId('notice');
  const cross = element('button', 'button small', 'Close');
  cross.setAttribute('type', 'button');
  cross.addEventListener('click', () => {
    place.hidden = true;
    byId('map').focus();
  });
  place.hidden = false;
  place.replaceChildren(element('span', '', words), cross);
}

/** That claims which a link names are not in the map. @param {string[]} ids */
export function goneTold(ids) {
  const names = listed(ids.slice(0, 3).map((id) => [`“${id}”`])).join('');
  const more = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
  return ids.length === 1
    ? `The link names the claim ${names}, which is not in this map: it was taken out or renamed.`
    : `The link names the claims ${names}${more}, which are not in this map: they were taken out or renamed.`;
}
