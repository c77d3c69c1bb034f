/** The map as a nested list: all that the picture shows, as text. Large maps open step by step. */

import { chooseClicked } from '../draw/view.js';
import { CHILDREN, CLAIMS, DATA, RELATIONS } from '../state/data.js';
import { STATE, when } from '../state/store.js';
import { byId, claimButton, element, refreshButton, relationMark } from '../words/elements.js';

/** @typedef {{id: string, item: HTMLElement}} Entry one line of the list */

const OPEN_AT_ONCE = 400;

/** @type {Map<string, HTMLElement[]>} the buttons of each claim that are in the list */
const ENTRIES = new Map();

const RELATION_WORDS = {
  supports: 'supported by ',
  attacks: 'attacked by ',
  undercuts: 'a step to it is attacked by ',
};

/** @type {Set<string>} the claims whose reasons are already listed */
const LISTED = new Set();

export function startOutline() {
  when('select', markChosen);
  when('standing', () => {
    for (const button of [...ENTRIES.values()].flat()) refreshButton(button);
  });
  byId('side').addEventListener('click', chooseClicked);
  byId('panel').addEventListener('click', chooseClicked);
}

/** Write the list: after the first picture, which need not wait for what stands below the fold. */
export function listOutline() {
  const top = element('ul', '');
  const waiting = DATA.roots.map((id) => entry(id, null));
  top.append(...waiting.map(({ item }) => item));
  byId('outline').append(top);
  waiting.reverse();
  const all = DATA.claims.length <= OPEN_AT_ONCE;
  while (waiting.length) {
    const next = /** @type {Entry} */ (waiting.pop());
    if (all) waiting.push(...unfold(next, true).reverse());
    else offer(next);
  }
  markChosen();
}

/**
 * One line of the list.
 * @param {string} id
 * @param {?Relation} relation
 * @returns {Entry}
 */
function entry(id, relation) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const button = relation
    ? claimButton(
        claim,
        relationMark(relation.kind),
        element('span', 'unseen', RELATION_WORDS[relation.kind]),
      )
    : claimButton(claim);
  const more = [claim.foot.join(' '), LISTED.has(id) ? 'listed above' : ''].filter(Boolean);
  /** @type {Element} */ (button.lastElementChild).append(
    element('span', 'unseen', ` (${more.join('; ')})`),
  );
  const known = ENTRIES.get(id);
  if (known) known.push(button);
  else ENTRIES.set(id, [button]);
  return { id, item: element('li', '', button) };
}

/**
 * List what hangs below an entry, linked premises in one group; a claim's reasons are listed once.
 * @param {Entry} at
 * @param {boolean} once
 * @returns {Entry[]} the new entries, in order
 */
function unfold({ id, item }, once) {
  const below = CHILDREN.get(id);
  if (!below || (once && LISTED.has(id))) return [];
  LISTED.add(id);
  const list = element('ul', '');
  const made = [];
  let [group, last] = [list, ''];
  for (const [claim, name] of below) {
    const relation = /** @type {Relation} */ (RELATIONS.get(name));
    if (name !== last) {
      group = list;
      if (relation.premises.length > 1) {
        group = element('ul', '');
        const label = element('span', 'together-label', 'only together');
        list.append(element('li', 'together', label, group));
      }
    }
    last = name;
    const child = entry(claim, relation);
    group.append(child.item);
    made.push(child);
  }
  item.append(list);
  return made;
}

/**
 * A button that lists what hangs below an entry.
 * @param {Entry} at
 */
function offer(at) {
  const below = CHILDREN.get(at.id);
  if (!below) return;
  const more = element('button', 'more', `+${below.length}`);
  more.setAttribute('type', 'button');
  more.setAttribute('aria-label', `+${below.length} below ${CLAIMS.get(at.id)?.number}`);
  more.addEventListener('click', () => {
    more.remove();
    for (const child of unfold(at, false)) offer(child);
    markChosen();
  });
  at.item.append(more);
}

/** @type {HTMLElement[]} */
let marked = [];

function markChosen() {
  for (const button of marked) button.removeAttribute('aria-current');
  marked = STATE.chosen === null ? [] : ENTRIES.get(STATE.chosen) || [];
  for (const button of marked) button.setAttribute('aria-current', 'true');
  const reading = byId('side').contains(document.activeElement); // do not pull the list away
  if (marked.length && !reading) marked[0].scrollIntoView({ block: 'nearest' });
}
