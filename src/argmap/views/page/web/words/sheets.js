/** Texts that Python wrote for the page, made into headings, paragraphs and lists. */

import { DATA } from '../state/data.js';
import { prepared } from '../state/prepared.js';
import { element, prose } from './dom.js';
import { linkTo, nameOf } from './telling.js';

/**
 * The elements of a text; items deeper than the one before them become a list of their own in it.
 * @param {number[]} sheet
 * @returns {HTMLElement[]}
 */
export function sheetTold(sheet) {
  /** @type {HTMLElement[]} */
  const made = [];
  /** @type {HTMLElement[]} the lists that are open, the outermost first */
  let lists = [];
  for (const place of sheet) {
    const [kind, ...pieces] = prepared().blocks[place];
    const block = prose(typeof kind === 'string' ? kind : 'li', '', '');
    block.append(...pieces.flatMap(pieceTold));
    if (typeof kind === 'string') {
      lists = [];
      made.push(block);
      continue;
    }
    lists.length = Math.min(lists.length, kind + 1);
    if (lists.length <= kind) {
      const list = element('ul', '');
      const outer = lists.at(-1);
      if (outer) outer.lastElementChild?.append(list);
      else made.push(list);
      lists.push(list);
    }
    /** @type {HTMLElement} */ (lists.at(-1)).append(block);
  }
  return made;
}

/** Text, or the name of a claim as a link to it. @param {SheetPiece} piece @returns {Telling} */
function pieceTold(piece) {
  if (typeof piece === 'string') return [piece];
  if (typeof piece === 'number') return nameOf(DATA.claims[piece].id);
  const [style, content] = piece;
  if (style === 'number') {
    const { id, number } = DATA.claims[/** @type {number} */ (content)];
    return [linkTo(id, element('b', '', number))];
  }
  const name = style === 'tag' ? `tag ${content}` : '';
  return [element(style === 'tag' ? 'span' : style, name, ...pieceTold(content))];
}
