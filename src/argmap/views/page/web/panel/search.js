/** The search field: it lists its hits while one types, and walks through them. */

import { pick } from '../draw/view.js';
import { keepState } from '../state/address.js';
import { hitsOf } from '../state/matching.js';
import { announce, STATE, update, when } from '../state/store.js';
import { byId } from '../words/dom.js';
import { showSide } from './view-bar.js';

/** The hits of the last query, and which of them is chosen. @type {{ids: string[], at: number}} */
let hits = { ids: [], at: -1 };

/** Whether the list at the side is open for the hits alone. */
let isListOpened = false;

/** Whether a claim is chosen by the search itself, which then goes on. */
let isWalking = false;

function field() {
  return /** @type {HTMLInputElement} */ (byId('search'));
}

export function startSearch() {
  when('focus', endSearch);
  when('standing', clearHits);
  when('select', () => {
    if (!isWalking) endSearch();
  });
  field().addEventListener('input', () => {
    searchFor(field().value);
    keepState(false);
  });
  field().addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && hits.ids.length) {
      event.preventDefault();
      event.stopPropagation(); // on the map, where the focus goes, Enter opens the panel
      byId('map').focus(); // so that the next key is the map's
      walkHits(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      endSearch();
      byId('map').focus();
    }
  });
}

/** List what a query finds; the address keeps it while it lasts. @param {string} query */
export function searchFor(query) {
  if (field().value !== query) field().value = query;
  hits = { ids: hitsOf(query), at: -1 };
  const isOn = query.trim() !== '';
  update({ query: isOn ? query : '', hits: isOn ? new Set(hits.ids) : null });
  byId('hits').textContent = isOn ? `${hits.ids.length} found` : '';
  const isFolded = document.body.classList.contains('no-side');
  if (isOn && isFolded) showSide(true);
  else if (!isOn && isListOpened) showSide(false);
  isListOpened = isOn && (isFolded || isListOpened);
  announce('search');
}

/** Choose the next hit of the last search, or the one before. @param {1|-1} by */
export function walkHits(by) {
  const { ids } = hits;
  if (!ids.length) return;
  hits.at = hits.at < 0 && by < 0 ? ids.length - 1 : (hits.at + by + ids.length) % ids.length;
  clearHits();
  isWalking = true;
  pick(ids[hits.at]);
  isWalking = false;
  byId('hits').textContent = `${hits.at + 1} of ${ids.length}`;
}

/** Empty the field, if anything stands in it. */
function endSearch() {
  if (field().value) searchFor('');
}

/** Show the map undimmed again: what was looked for is chosen, or something else is asked. */
function clearHits() {
  if (!STATE.hits) return;
  if (isListOpened) showSide(false);
  isListOpened = false;
  update({ query: '', hits: null });
  announce('search');
}
