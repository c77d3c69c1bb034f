/** Cards of the view Read: whole sentences, in letters that are read without leaning forward. */

import { CLAIMS } from '../../state/data.js';
import { LOOK } from '../../state/look.js';
import { isRightToLeft, widthOf } from '../letters.js';

/** The types of a card's passages. */
const NUMBER_ROW = 30;
const FOOT = /** @type {Type} */ ([12.5, 16]);
/** The room between the words of a card and its right border. */
export const SIDE = 14;
const BELOW = 12;
const BETWEEN = 5;

/** The kinds of cards: how the name and the sentence are written, and how many lines there are. */
const KINDS = {
  centre: { name: [21, 26], text: [16.5, 22], most: 14 },
  centreLow: { name: [18, 22], text: [15, 19.5], most: 8 },
  conclusion: { name: [17, 21], text: [14.5, 19], most: 4 },
  near: { name: null, text: [15, 19.5], most: 8 },
  plain: { name: null, text: [15, 19.5], most: 4 },
  above: { name: [15, 19], text: null, most: 3 },
  copy: { name: [14, 18], text: null, most: 2 },
};

/** @typedef {keyof typeof KINDS} CardKind */

/** The kinds of cards that do not say who says so. */
const WITHOUT_FOOT = new Set(['plain', 'above', 'copy']);

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });
const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A card without a place. What does not fit is left out at a word, and marked.
 * @param {string} id @param {CardKind} kind @param {number} w
 * @param {string} [note] what stands at its foot instead of who says so
 * @returns {ReadCard}
 */
export function readCard(id, kind, w, note) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const { name, text, most } = KINDS[kind];
  const room = w - LOOK.left - SIDE;
  const isNamed = claim.name !== claim.text && !claim.name.endsWith('…');
  const passages = [];
  const put = (
    /** @type {string} */ words,
    /** @type {number[]} */ type,
    /** @type {boolean} */ bold,
    /** @type {number} */ limit,
    quiet = false,
  ) => {
    const lines = wrapped(words, room, type[0], bold, limit);
    passages.push({ type: /** @type {Type} */ (type), bold, quiet, lines });
  };
  if (name && (isNamed || !text)) put(isNamed ? claim.name : claim.text, name, true, most);
  if (text) put(claim.text, isNamed || !name ? text : name, !isNamed && name !== null, most);
  const foot = note ?? (WITHOUT_FOOT.has(kind) ? '' : claim.cited);
  if (foot) put(foot, FOOT, false, note ? 3 : 2, true);
  const h = passages.reduce(
    (sum, { lines, type }) => sum + lines.length * type[1] + BETWEEN,
    NUMBER_ROW + BELOW - BETWEEN,
  );
  return {
    id,
    x: 0,
    y: 0,
    w,
    h,
    passages,
    isRightToLeft: isRightToLeft(claim.text),
    isCopy: kind === 'copy',
    hasMore: false,
  };
}

/** Where the first passage of a card begins. */
export const FIRST_LINE = NUMBER_ROW;

/** The room between two passages. */
export const PASSAGE_GAP = BETWEEN;

/**
 * Words in lines no wider than the room, at most so many; a word that is wider is parted.
 * @param {string} words @param {number} room @param {number} size @param {boolean} bold
 * @param {number} most
 */
export function wrapped(words, room, size, bold, most) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  const fits = (/** @type {string} */ some) => widthOf(some.trimEnd(), size, bold) <= room;
  const take = (/** @type {string} */ piece) => {
    if (fits(line + piece) || !line) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  };
  for (const word of pieces(words)) {
    if (fits(word)) take(word);
    else for (const { segment } of LETTERS.segment(word)) take(segment);
  }
  if (line.trim()) lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1];
  while (last.includes(' ') && !fits(`${last} …`)) last = last.slice(0, last.lastIndexOf(' '));
  kept[most - 1] = `${last} …`;
  return kept;
}

/** The places at which a text may be broken: words, with the marks that follow them. */
function pieces(/** @type {string} */ text) {
  /** @type {string[]} */
  const all = [];
  for (const { segment, isWordLike } of WORDS.segment(text)) {
    const last = all.length - 1;
    const joins = last >= 0 && !all[last].endsWith(' ') && (!isWordLike || isOpening(all[last]));
    const isGlued = last >= 0 && isWordLike && /[\p{L}\p{N}][-'’]$|^\W+$/u.test(all[last]);
    if (joins || (isGlued && !all[last].endsWith(' '))) all[last] += segment;
    else all.push(segment);
  }
  return all;
}

/** Whether a piece only opens what follows. @param {string} piece */
function isOpening(piece) {
  return /^[\p{Ps}\p{Pi}"'-]+$/u.test(piece);
}
