/**
 * The map as a tree in text: all that the picture shows. It is one stop of the Tab key, arrow keys
 * walk in it, and large maps open step by step.
 */

import { chooseClicked } from '../draw/view.js';
import { CHILDREN, CLAIMS, DATA, RELATIONS } from '../state/data.js';
import { STATE, when } from '../state/store.js';
import { byId, element, prose, scrollTo } from '../words/dom.js';
import { claimButton, refreshButton, relationMark } from '../words/elements.js';
import { walkTree } from './outline-keys.js';

/** @typedef {{id: string, item: HTMLElement}} Entry one line of the list */

const OPEN_AT_ONCE = 400;

/** @type {Map<string, HTMLElement[]>} the buttons of each claim that are in the list */
const ENTRIES = new Map();

/** @type {Set<string>} the claims whose reasons are already listed */
const LISTED = new Set();

export function startOutline() {
  when('select', markChosen);
  when('view', () => byId('outline').classList.toggle('sentences', STATE.sentences));
  when('standing', () => {
    for (const button of [...ENTRIES.values()].flat()) refreshButton(button);
  });
  byId('outline').addEventListener('click', unfoldClicked);
  byId('side').addEventListener('click', chooseClicked);
  byId('panel').addEventListener('click', chooseClicked);
}

/** Write the list: after the first picture, which need not wait for what stands below the fold. */
export function listOutline() {
  const top = element('ul', '');
  top.setAttribute('role', 'tree');
  top.setAttribute('aria-labelledby', 'outline-head');
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
  walkTree(top, { unfold: showBelow, fold: hideBelow });
  markChosen();
}

/**
 * What a claim does to the one above it, in words to be read out.
 * @param {Relation} relation
 */
function relationWords(relation) {
  if (relation.kind === 'supports') return 'supported by ';
  if (relation.kind === 'attacks') return 'attacked by ';
  const step = /** @type {Relation} */ (RELATIONS.get(relation.target));
  const from = step.premises.map((id) => CLAIMS.get(id)?.number).join(' and ');
  const noun = step.kind === 'supports' ? 'step' : 'objection';
  return `the ${noun} from ${from} is attacked by `;
}

/**
 * One line of the list, with the claim's full text: shown with whole sentences, else read out.
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
        element('span', 'unseen', relationWords(relation)),
      )
    : claimButton(claim);
  button.setAttribute('role', 'treeitem');
  button.tabIndex = -1;
  const more = [claim.foot.join(' '), LISTED.has(id) ? 'listed above' : ''].filter(Boolean);
  const isNamed = claim.text !== claim.name;
  /** @type {Element} */ (button.lastElementChild).append(
    isNamed ? prose('span', 'full', ` ${claim.text}`) : '',
    element('span', 'unseen', ` (${more.join('; ')})`),
  );
  button.classList.toggle('named', isNamed);
  const known = ENTRIES.get(id);
  if (known) known.push(button);
  else ENTRIES.set(id, [button]);
  const item = element('li', '', button);
  item.setAttribute('role', 'none');
  return { id, item };
}

/** A list within the tree. @param {string} [label] */
function group(label) {
  const made = element('ul', '');
  made.setAttribute('role', 'group');
  if (label) made.setAttribute('aria-label', label);
  return made;
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
  const list = group();
  const made = [];
  let [place, last] = [list, ''];
  for (const [claim, name] of below) {
    const relation = /** @type {Relation} */ (RELATIONS.get(name));
    if (name !== last) {
      place = list;
      if (relation.premises.length > 1) {
        place = group('only together');
        const frame = element(
          'li',
          'together',
          element('span', 'together-label', 'only together'),
          place,
        );
        frame.setAttribute('role', 'none');
        list.append(frame);
      }
    }
    last = name;
    const child = entry(claim, relation);
    place.append(child.item);
    made.push(child);
  }
  item.append(list);
  item.firstElementChild?.setAttribute('aria-expanded', 'true');
  return made;
}

/** Say how much hangs below an entry, and that it can be unfolded. @param {Entry} at */
function offer(at) {
  const below = CHILDREN.get(at.id);
  if (!below) return;
  const button = /** @type {Element} */ (at.item.firstElementChild);
  button.setAttribute('aria-expanded', 'false');
  const more = element('span', 'more', `+${below.length}`);
  more.setAttribute('aria-hidden', 'true'); // that it is folded is read out anyway
  button.lastElementChild?.append(' ', more);
}

/** Unfold an entry. @param {HTMLElement} button */
function showBelow(button) {
  const item = /** @type {HTMLElement} */ (button.parentElement);
  const list = /** @type {?HTMLElement} */ (item.querySelector(':scope > ul'));
  button.querySelector('.more')?.remove();
  button.setAttribute('aria-expanded', 'true');
  if (list) list.hidden = false;
  else for (const child of unfold({ id: button.dataset.claim || '', item }, false)) offer(child);
  markChosen();
}

/** Fold an entry. @param {HTMLElement} button */
function hideBelow(button) {
  const item = /** @type {HTMLElement} */ (button.parentElement);
  const list = /** @type {HTMLElement} */ (item.querySelector(':scope > ul'));
  list.hidden = true;
  offer({ id: button.dataset.claim || '', item });
}

/** @param {Event} event */
function unfoldClicked(event) {
  const more = /** @type {Element} */ (event.target).closest('.more');
  if (!more) return;
  event.stopPropagation(); // the claim itself is not chosen
  showBelow(/** @type {HTMLElement} */ (more.closest('[role=treeitem]')));
}

/** @type {HTMLElement[]} */
let marked = [];

function markChosen() {
  for (const button of marked) button.removeAttribute('aria-current');
  marked = STATE.chosen === null ? [] : ENTRIES.get(STATE.chosen) || [];
  for (const button of marked) button.setAttribute('aria-current', 'true');
  const side = byId('side');
  const isReading = side.contains(document.activeElement); // do not pull the list away
  const edge = side.getBoundingClientRect();
  const isInView = byId('outline').getBoundingClientRect().top < edge.top + edge.height / 2;
  if (marked.length && !isReading && isInView) scrollTo(side, marked[0]);
}
