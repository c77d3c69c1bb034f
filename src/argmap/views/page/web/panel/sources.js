/** Sources in the list at the side, with how much each of them says alone. */

import { DATA, grouped } from '../state/data.js';
import { STATE, update } from '../state/store.js';
import { byId, element } from '../words/dom.js';
import { counted } from '../words/sentences.js';
import { saidBy } from '../words/whose.js';
import { buildFilters, chosenIn, filtersChanged } from './filters.js';

/** Below each source: how much it says, and how much of that alone. */
export function startWhose() {
  const own = grouped(DATA.claims, (claim) => (claim.source === null ? [] : [claim.source]));
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-source]')
  )) {
    const id = place.dataset.source || '';
    const all = own.get(id) || [];
    if (!all.length) continue;
    const alone = all.filter((claim) => saidBy(claim) === 'alone').length;
    const isMany = DATA.sources.length > 1;
    place.append(showButton(`Show its ${counted(all.length, 'claim')}`, [['source', id]]));
    if (isMany && alone)
      place.append(
        showButton(`No other source says or backs: ${alone === all.length ? 'all' : alone}`, [
          ['source', id],
          ['said', 'alone'],
        ]),
      );
  }
}

/** A button that filters the claims. @param {string} words @param {[string, string][]} by */
function showButton(words, by) {
  const made = element('button', 'button small', words);
  made.setAttribute('type', 'button');
  made.addEventListener('click', () => {
    const isOn =
      STATE.filters.size === by.length &&
      by.every(([key, value]) => chosenIn(key).has(value) && chosenIn(key).size === 1);
    update({ filters: new Map(isOn ? [] : by.map(([key, value]) => [key, new Set([value])])) });
    buildFilters();
    filtersChanged(true);
    if (!isOn) byId('found').querySelector('button')?.focus();
  });
  return made;
}
