/** Filters by relation, status, source, speaker, mode and tag; and the list of what they leave. */

import { keepState } from '../state/address.js';
import { CLAIMS, DATA, SOURCES } from '../state/data.js';
import { snippetOf } from '../state/matching.js';
import { wordOf } from '../state/standing.js';
import { announce, STATE, update, when } from '../state/store.js';
import { byId, element, prose } from '../words/dom.js';
import { claimButton } from '../words/elements.js';
import { fewFirst } from '../words/more.js';
import { counted } from '../words/sentences.js';
import { SAID, saidBy } from '../words/whose.js';
import { openMenu } from './menu.js';

/**
 * @typedef {{key: string, title: string, of: (claim: Claim) => (?string)[],
 *   name: (value: string) => string}} Group
 */

const MOST_LISTED = 60;

/** @type {Group[]} */
const GROUPS = [
  { key: 'status', title: 'Status', of: (claim) => [wordOf(claim)], name: (value) => value },
  {
    key: 'source',
    title: 'Source',
    of: (claim) => [claim.source],
    name: (value) => SOURCES.get(value)?.tag || value,
  },
  {
    key: 'said',
    title: 'Said by',
    of: (claim) => [saidBy(claim)],
    name: (value) => SAID[value] || value,
  },
  { key: 'speaker', title: 'Speaker', of: (claim) => [claim.speaker], name: (value) => value },
  {
    key: 'mode',
    title: 'How the source has it',
    of: (claim) => [claim.mode],
    name: (value) => value,
  },
  { key: 'chapter', title: 'Chapter', of: (claim) => [claim.section], name: (value) => value },
  { key: 'tag', title: 'Tag', of: (claim) => claim.tags, name: (value) => value },
];

const LINES = { supports: 'supports', attacks: 'attacks', undercuts: 'blocks a step' };

/** @param {string} key */
export function chosenIn(key) {
  return STATE.filters.get(key) || new Set();
}

export function startFilters() {
  buildFilters();
  byId('filter-clear').addEventListener('click', () => {
    update({ filters: new Map() });
    filtersChanged(true);
    buildFilters();
    byId('filter-switch').focus();
    openMenu(null);
  });
  when('standing', () => {
    buildFilters();
    filtersChanged(false);
  });
  when('search', listFound);
}

/** The choices that this map offers; a group of one value is no choice. */
export function buildFilters() {
  const place = byId('filter-groups');
  const inHand =
    document.activeElement instanceof HTMLInputElement
      ? document.activeElement.dataset.filter
      : undefined;
  place.replaceChildren();
  const kinds = new Set(DATA.relations.map((relation) => relation.kind));
  if (kinds.size > 1)
    place.append(
      choices(
        'relation',
        'Lines',
        new Map(
          [...kinds].map((kind) => [
            kind,
            DATA.arrows.filter((arrow) => arrow.kind === kind).length,
          ]),
        ),
        (value) => LINES[value],
      ),
    );
  for (const { key, title, of, name } of GROUPS) {
    const counts = new Map();
    for (const claim of DATA.claims)
      for (const value of of(claim)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
    for (const value of chosenIn(key)) if (!counts.has(value)) counts.set(value, 0);
    if (counts.size > 1 || chosenIn(key).size) place.append(choices(key, title, counts, name));
  }
  if (inHand)
    [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('input'))]
      .find((input) => input.dataset.filter === inHand)
      ?.focus();
}

/**
 * @param {string} key @param {string} title
 * @param {Map<string, number>} counts
 * @param {(value: string) => string} name
 */
function choices(key, title, counts, name) {
  const rows = [...counts].map(([value, count]) => {
    const box = /** @type {HTMLInputElement} */ (element('input', ''));
    box.type = 'checkbox';
    box.checked = chosenIn(key).has(value);
    box.dataset.filter = `${key}=${value}`;
    box.addEventListener('change', () => {
      const now = new Set(chosenIn(key));
      if (box.checked) now.add(value);
      else now.delete(value);
      update({ filters: new Map([...STATE.filters, [key, now]]) });
      filtersChanged(true);
    });
    return element(
      'label',
      '',
      box,
      prose('span', '', name(value)),
      element('span', 'count', String(count)),
    );
  });
  return element('fieldset', '', element('legend', '', title), ...rows);
}

/** @param {boolean} byHand */
export function filtersChanged(byHand) {
  const groups = GROUPS.filter(({ key }) => chosenIn(key).size);
  const passes = (/** @type {Claim} */ claim) =>
    groups.every(({ key, of }) => of(claim).some((value) => value && chosenIn(key).has(value)));
  update({
    passing: groups.length ? new Set(DATA.claims.filter(passes).map((claim) => claim.id)) : null,
  });
  const count = [...STATE.filters.values()].reduce((sum, values) => sum + values.size, 0);
  const badge = element('span', 'badge', element('span', 'unseen', ': '), String(count));
  byId('filter-switch').replaceChildren('Filter', ...(count ? [badge] : []));
  byId('filter-clear').hidden = !count;
  announce('search');
  if (byHand) keepState(true);
}

/** What search and filters left, as a list at the head of the outline. */
function listFound() {
  const section = byId('found');
  const sets = [STATE.hits, STATE.passing].filter((set) => set !== null);
  section.hidden = !sets.length;
  section.replaceChildren(/** @type {Element} */ (section.firstElementChild));
  if (!sets.length) return;
  const first = STATE.hits || DATA.claims.map((claim) => claim.id); // what was found comes best first
  const ids = [...first].filter((id) => sets.every((set) => set.has(id)));
  /** @type {Element} */ (section.firstElementChild).textContent =
    `Found: ${counted(ids.length, 'claim')}`;
  section.append(...fewFirst(ids, MOST_LISTED, foundRow));
  if (!ids.length) section.append(element('p', 'quiet', 'No claim fits.'));
  byId('side').scrollTop = 0;
}

/** A claim that was found, with the place where it holds what was looked for. @param {string} id */
function foundRow(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const button = claimButton(claim);
  const snippet = STATE.query && snippetOf(claim, STATE.query);
  if (snippet) {
    const [before, word, after] = snippet;
    const line = prose('span', 'snippet', before);
    line.append(element('mark', '', word), after);
    button.lastElementChild?.append(line);
  }
  return button;
}
