/** Cards: the nearer the reader, the more of a card is painted. */

import { isRightToLeft } from '../layout/letters.js';
import { SOURCES } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { statusWords, toneOf, wordOf } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { paintCaption, paintFolded } from './badges.js';
import { fitting } from './fitting.js';
import { NAME, NUMBER, presence, SPOT } from './pens.js';
import { paintStrength, titleOf } from './strength-bar.js';

/** The number of a card that shows nothing else, and its sign; `wanted` is its size on the screen. */
const LARGE = { wanted: 16, sign: 2.6, right: 30, room: 56, rise: 0.4 };

/** The ring around the chosen card. */
const RING = { gap: 4.5, width: 3.5, corner: 4 };

/** The dots around a card that refers to one elsewhere. */
const COPY = [2, 3];

/** Lines from stroke to stroke in the strip of a claim of the mapper's own. */
const HATCH = 6;

/**
 * Paint a card; of one that stands back only its number and name.
 * @param {Surface} s @param {Claim} claim @param {number} level of detail
 */
export function paintCard(s, claim, level) {
  const isChosen = s.isScreen && claim.id === STATE.chosen;
  const opacity = s.isScreen ? presence(claim.id) : 1;
  const options = { title: titleOf(claim), opacity };
  s.group(() => {
    if (level === SPOT) {
      s.box(claim, 0, { fill: isChosen ? s.ink.select : s.ink[toneOf(claim)] });
      return;
    }
    paintBody(s, claim, level);
    if (isChosen) paintRing(s, claim);
    if (level === NUMBER) paintNumber(s, claim);
    else if (opacity < 1) paintFar(s, claim, s.ink.ink);
    else if (level === NAME) paintName(s, claim);
    else paintWords(s, claim);
    paintStrength(s, claim);
    const caption = STATE.marked?.claims.get(claim.id);
    if (caption && level > NUMBER) paintCaption(s, claim, caption, level);
    if (SHOWN.folded.has(claim.id)) paintFolded(s, claim, level);
  }, options);
}

/** @param {Surface} s @param {Claim} claim */
function groundOf({ ink }, claim) {
  if (toneOf(claim) === 'yours') return ink['yours-bg'];
  return claim.word === 'falls' ? ink['falls-bg'] : ink.card;
}

/** Whether a claim's name is struck out: it fell, and not by the reader. @param {Claim} claim */
export function isStruck(claim) {
  return toneOf(claim) === 'falls';
}

/** The thin border of a claim that another map has. @param {Surface['ink']} ink @param {Word} word @returns {Style} */
function quietBorder(ink, word) {
  if (word === 'falls') return { stroke: ink.falls, width: 1, dashes: [6, 4] };
  return { stroke: word === 'stands' ? ink.edge : ink[word], width: 1 };
}

/** The border of a card. @param {Surface} s @param {Claim} claim @returns {Style} */
function borderOf({ ink }, claim) {
  if (toneOf(claim) === 'yours') return { stroke: ink.yours, width: 3 };
  if (claim.used) return quietBorder(ink, claim.word);
  if (claim.word === 'contested') return { stroke: ink.contested, width: 3 };
  if (claim.word === 'falls') return { stroke: ink.falls, width: 1.4, dashes: [6, 4] };
  if (claim.word === 'open') return { stroke: ink.open, width: 2 };
  return claim.main ? { stroke: ink.ink, width: 2.6 } : { stroke: ink.edge, width: 1.4 };
}

/**
 * The ground, the strip and the border of a card; one that refers to a card elsewhere is dotted.
 * @param {Surface} s @param {Claim} claim @param {number} level @param {boolean} [isCopy]
 */
export function paintBody(s, claim, level, isCopy = false) {
  const shadow = level > NUMBER && !STATE.dark && claim.word !== 'falls' && !isCopy && !claim.used;
  s.box(claim, LOOK.corner, { fill: groundOf(s, claim), shadow });
  paintStrip(s, claim);
  const border = borderOf(s, claim);
  const isHovered = s.isScreen && claim.id === STATE.hovered;
  const width = (border.width || 0) + (isHovered ? 1 : 0);
  s.box(claim, LOOK.corner, { ...border, width, ...(isCopy ? { dashes: COPY } : {}) });
}

/** @param {Surface} s @param {Claim} claim */
export function paintRing(s, { x, y, w, h }) {
  const { corner, gap, width } = RING;
  const area = { x: x - gap, y: y - gap, w: w + 2 * gap, h: h + 2 * gap };
  s.box(area, LOOK.corner + corner, { stroke: s.ink.select, width });
}

/** The strip in the colour of the source. @param {Surface} s @param {Claim} claim */
function paintStrip(s, claim) {
  const source = sourceOf(claim);
  const fill = source ? s.ink[`band${source.band}`] : s.ink.mute;
  const { x, y, h, mode } = claim;
  const right = x + LOOK.band;
  if (mode === 'implicit') {
    s.strokes([[right, y, right, y + h]], { stroke: fill, width: 1.6, dashes: [3, 3] });
  } else if (mode === 'editorial') {
    /** @type {[number, number, number, number][]} */
    const hatch = [];
    for (let at = y + LOOK.corner; at <= y + h - 2; at += HATCH) {
      const left = x + Math.max(0, at - (y + h - LOOK.corner)) / 2;
      hatch.push([left, at, right, at - (right - left)]);
    }
    s.strokes(hatch, { stroke: s.ink.mute, width: 2 });
  } else s.strip(claim, LOOK.band, LOOK.corner, { fill });
}

/** @param {Claim} claim */
function sourceOf(claim) {
  return claim.source === null ? undefined : SOURCES.get(claim.source);
}

/** @param {Surface} s @param {Claim} claim */
export function inkOfLetters(s, claim) {
  return isStruck(claim) || claim.used ? s.ink.mute : s.ink.ink;
}

/**
 * The number and the sign of the status; the sign alone where a long number could not be read.
 * @param {Surface} s @param {Claim} claim
 */
function paintNumber(s, claim) {
  const { x, y, w, h, number } = claim;
  const room = w - LOOK.left - LARGE.room;
  const wanted = Math.min(LOOK.afar.number, LARGE.wanted / s.scale);
  const size = Math.min(wanted, (wanted * room) / s.measure(number, wanted, true));
  if (size * s.scale >= LOOK.least.name) {
    const base = y + h / 2 + LARGE.rise * size;
    s.text(number, x + LOOK.left, base, { size, bold: true, fill: inkOfLetters(s, claim) });
  }
  paintSign(s, claim, x + w - LARGE.right, y + h / 2, LARGE.sign);
}

/** Number and name in large letters. @param {Surface} s @param {Claim} claim @param {string} fill */
function paintFar(s, claim, fill) {
  const [size, leading] = LOOK.big;
  const { outdent, rise, top } = LOOK.afar;
  const first = claim.y + top + size * rise;
  const name = { size, bold: true, fill, struck: isStruck(claim) };
  paintLines(s, claim, claim.big, [LOOK.left - outdent, first, leading], name);
}

/**
 * The lines of a text in a card, at its left side, or at its right if it is written from there.
 * @param {Surface} s @param {Claim} claim @param {string[]} lines
 * @param {[number, number, number]} place from the left, the first line, and from line to line
 * @param {Letters} letters
 */
function paintLines(s, { text, w, x }, lines, [left, first, leading], letters) {
  const isRtl = isRightToLeft(text);
  const start = isRtl ? x + w - LOOK.left + LOOK.band : x + left;
  for (const [at, line] of lines.entries())
    s.text(line, start, first + at * leading, { ...letters, isRightToLeft: isRtl });
}

/**
 * From afar: number and name in large letters, then source and status.
 * @param {Surface} s
 * @param {Claim} claim
 */
function paintName(s, claim) {
  const { beside, foot, lift, outdent, sign, size: small } = LOOK.afar;
  const left = claim.x + LOOK.left - outdent;
  paintFar(s, claim, inkOfLetters(s, claim));
  const word = wordOf(claim);
  const width = s.measure(word, small, true);
  const [right, base] = [claim.x + claim.w - foot, claim.y + claim.h - foot];
  const letters = { size: small, fill: s.ink[toneOf(claim)] };
  s.text(word, right, base, { ...letters, bold: true, anchor: 'end' });
  paintSign(s, claim, right - width - beside, base - lift, sign);
  const source = sourceOf(claim);
  if (!source) return;
  const tag = fitting(s, source.short, right - width - 2 * beside - left, { size: small });
  s.text(tag, left, base, { size: small, fill: s.ink.mute });
}

/** The top line of a card: its number, and its status. @param {Surface} s @param {Claim} claim */
export function paintHead(s, claim) {
  const letters = { size: LOOK.number, bold: true, fill: s.ink.ink };
  s.text(claim.number, claim.x + LOOK.left, claim.y + LOOK.status.number, letters);
  paintStatus(s, claim);
}

/** Near by: everything that the card holds. @param {Surface} s @param {Claim} claim */
function paintWords(s, claim) {
  const { y, h, foot, lines } = claim;
  paintHead(s, claim);
  const [size, leading] = LOOK.label;
  const first = y + LOOK.head + size;
  const label = { size, bold: true, fill: inkOfLetters(s, claim), struck: isStruck(claim) };
  paintLines(s, claim, lines, [LOOK.left, first, leading], label);
  const [small, step] = LOOK.small;
  const top = y + h - LOOK.foot - step * (foot.length - 1);
  const quiet = { size: small, fill: s.ink.mute };
  paintLines(s, claim, foot, [LOOK.left, top, step], quiet);
}

/**
 * The pill with sign and words of the status, with its reason where there is room.
 * @param {Surface} s
 * @param {Claim} claim
 */
function paintStatus(s, claim) {
  const { around, base, height, middle, right, sign, text } = LOOK.status;
  const [size] = LOOK.small;
  const room = claim.w - LOOK.left - s.measure(claim.number, LOOK.number, true) - 16;
  const isWide = s.measure(statusWords(claim), size, true) + around > room;
  const words = isWide ? wordOf(claim) : statusWords(claim);
  const w = s.measure(words, size, true) + around;
  const [x, y] = [claim.x + claim.w - right - w, claim.y + middle];
  const tone = toneOf(claim);
  s.box({ x, y: y - height / 2, w, h: height }, height / 2, { fill: s.ink[`${tone}-bg`] });
  paintSign(s, claim, x + sign, y, 1);
  const letters = { size, bold: true, fill: s.ink[tone] };
  s.text(words, x + text, y + base, letters);
}

/**
 * The sign of the status: hollow if the claim is granted, full if it is argued for.
 * @param {Surface} s @param {Pick<Claim, 'word'|'reason'|'granted'>} claim @param {number} x
 * @param {number} y @param {number} size
 */
export function paintSign(s, claim, x, y, size) {
  const ink = s.ink[toneOf(claim)];
  const [fill, stroke] = claim.granted ? [s.ink.card, ink] : [ink, s.ink.card];
  const { border, mark, radius } = LOOK.sign;
  s.disc(x, y, radius * size, { fill, stroke: ink, width: border * size });
  s.shape(LOOK.signs[claim.word], { stroke, width: mark, round: true }, { x, y, size });
}
