/** The picture of what a claim rests on: its smallest sets of premises as rows, chains folded. */

import { statusOfSet, waysFrom } from '../../engine/basis.js';
import { CLAIMS, inOrder } from '../../state/data.js';
import { prepared, restsOf } from '../../state/prepared.js';
import { labelling, model } from '../../state/standing.js';
import { counted, sayText, waysCounted } from '../../words/sentences.js';
import { lineThrough } from '../curves.js';
import { readCard, wrapped } from './cards.js';
import { moreThan } from './centre.js';
import { numbersOf } from './steps.js';

const EDGE = 26;
const WIDEST = 640;
const CARD = { least: 240, gap: 14 };
const ROW = { left: 44, pad: 14, head: 48, gap: 20 };
const BELOW = 62;
const HEAD = /** @type {Type} */ ([13.5, 18]);
const SMALL = /** @type {Type} */ ([13, 17]);

/** How many sets are drawn at once, and how many claims on the way are named. */
const MOST = 3;
const MOST_NAMED = 6;

/** The colours of a set that stands, is stopped, or stays open. */
const INKS = { undefeated: 'stands', defeated: 'falls', undecided: 'open' };

/** Whether the page holds the smallest sets of premises of a claim. @param {string} id */
export function hasSets(id) {
  return Boolean(prepared().rests[CLAIMS.get(id)?.first || '']?.sets.length);
}

/**
 * @param {string} id @param {Room} room @param {ReadonlySet<string>} opened what is shown in full
 * @returns {ReadPicture}
 */
export function restsPicture(id, room, opened) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const rests = /** @type {Rests} */ (restsOf(claim));
  const top = readCard(id, 'centreLow', Math.min(WIDEST, room.w - 2 * EDGE));
  [top.x, top.y] = [(room.w - top.w) / 2, EDGE];
  const sets = opened.has('reasons') ? rests.sets : rests.sets.slice(0, MOST);
  const placed = new Set([id]);
  let y = top.y + top.h + BELOW;
  const rows = sets.map((set, at) => {
    const row = rowOf(id, set.claims, at, room, y, placed);
    y += row.box.h + ROW.gap;
    return row;
  });
  const words = waysCounted('carry', rests.sets.length, rests.total);
  const title = { ...plain(words, EDGE + ROW.left, top.y + top.h + BELOW - 12), bold: true };
  const more = moreThan(rests.sets.length - sets.length, 'reasons', EDGE + ROW.left, y - 8);
  return {
    width: room.w,
    height: Math.max(room.h, y + EDGE + (more.length ? 30 : 0)),
    chapters: rows.map(({ box }) => box),
    containers: [],
    arrows: [],
    ties: rows.map(({ box }, at) => tieTo(id, top, box, at)),
    cards: [top, ...rows.flatMap(({ cards }) => cards)],
    headings: [title, ...rows.flatMap(({ headings }) => headings)],
    more,
  };
}

/**
 * A set of premises side by side, with what it comes to and what lies on the way.
 * @param {string} id @param {string[]} set @param {number} at its place
 * @param {Room} room @param {number} top @param {Set<string>} placed which grows
 */
function rowOf(id, set, at, room, top, placed) {
  const left = EDGE + ROW.left;
  const wide = room.w - left - EDGE;
  const inside = wide - 2 * ROW.pad;
  const count = Math.max(1, Math.floor((inside + CARD.gap) / (CARD.least + CARD.gap)));
  const columns = Math.min(count, Math.max(set.length, 2));
  const width = Math.min(380, (inside - (columns - 1) * CARD.gap) / columns);
  const words = headOf(id, set, at);
  const lines = wrapped(words.way, inside, SMALL[0], false, 2);
  const head = words.way ? ROW.head + (lines.length - 1) * SMALL[1] : ROW.head - 16;
  let y = top + head;
  /** @type {ReadCard[]} */
  const cards = [];
  const ids = inOrder(set);
  for (let from = 0; from < ids.length; from += columns) {
    const some = ids.slice(from, from + columns).map((premise) => {
      const card = readCard(premise, 'above', width, CLAIMS.get(premise)?.cited);
      card.isCopy = placed.has(premise);
      placed.add(premise);
      return card;
    });
    const high = Math.max(...some.map(({ h }) => h));
    some.forEach((card, column) => {
      const x = left + ROW.pad + column * (width + CARD.gap);
      Object.assign(card, { x, y, h: high });
    });
    cards.push(...some);
    y += high + CARD.gap;
  }
  const box = { section: '', title: '', x: left, y: top, w: wide, h: y - CARD.gap + ROW.pad - top };
  const line = plain(words.title, left + ROW.pad, top + 24);
  const headings = [
    { ...line, bold: true, ink: words.ink },
    ...lines.map((part, row) => plain(part, left + ROW.pad, top + 41 + row * SMALL[1])),
  ];
  return { box, cards, headings };
}

/** @param {string} id @param {string[]} set @param {number} at */
function headOf(id, set, at) {
  const status = statusOfSet(labelling(), set, id);
  const between = [...waysFrom(model(), set, id).keys()].filter(
    (other) => other !== CLAIMS.get(id)?.first && !set.includes(other),
  );
  const named = inOrder(between).slice(0, MOST_NAMED);
  const rest = between.length - named.length;
  const way = rest
    ? `${named.map((other) => CLAIMS.get(other)?.number).join(', ')} and ${rest.toLocaleString('en')} more`
    : numbersOf(named);
  return {
    title: `Way ${at + 1}: ${counted(set.length, 'premise')} · ${sayText(`set.word.${status}`)}`,
    way: between.length ? `by way of ${way}` : '',
    ink: INKS[status],
  };
}

/** @param {string} words @param {number} x @param {number} y @returns {Heading} */
function plain(words, x, y) {
  return { words, x, y, type: HEAD, bold: false, ink: 'mute', anchor: 'start' };
}

/**
 * The line from a set up to the claim.
 * @param {string} id @param {Rectangle} top @param {Rectangle} box @param {number} at
 * @returns {Tie}
 */
function tieTo(id, top, box, at) {
  const lane = EDGE + 8 + 9 * Math.min(at, 3);
  const y = box.y + 20;
  const high = top.y + top.h / 2;
  const { path } = lineThrough([
    [box.x, y],
    [lane, y],
    [lane, high],
    [top.x, high],
  ]);
  return { first: id, second: id, path, same: false, place: null, far: false };
}
