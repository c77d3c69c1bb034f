/** The picture of the view with what a reader of the file alone has to know: title, key, sources. */

import { paintSign } from '../draw/cards.js';
import { paintEnd, paintMark } from '../draw/lines.js';
import { extentOfPicture, pictureOf } from '../draw/picture.js';
import { drawn, SvgSurface } from '../draw/svg-surface.js';
import { wrapped } from '../layout/read/cards.js';
import { DATA } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { byId } from '../words/dom.js';
import { SVG } from '../words/elements.js';
import { counted } from '../words/sentences.js';

const NARROWEST = 900;

/** From this width on all words grow with the picture, which is seen the smaller the wider it is. */
const USUAL = 1600;

const LEFT = 36;
const ROW = 22;
const SMALL = 13;
const LEADING = 1.35;
const COLUMN_GAP = 24;

/** @type {[Kind, string][]} */
const LINES = [
  ['supports', 'supports'],
  ['attacks', 'attacks'],
  ['undercuts', 'blocks a step'],
];

export const REMARKS = [
  'Hollow sign: granted; full: argued for.',
  'Diamond: the mapper\u2019s own step.',
  'Faded: does not count.',
];

/** @returns {SVGElement} */
export function framedPicture() {
  const map = pictureOf();
  const { height: high, width: wide } = extentOfPicture();
  const width = Math.max(wide, NARROWEST);
  const scale = Math.max(1, width / USUAL);
  const head = drawn('g', { transform: `scale(${scale})` });
  const key = drawn('g', {});
  const above = paintHead(new SvgSurface(head, LOOK.light), width / scale) * scale;
  const below = paintKey(new SvgSurface(key, LOOK.light), width / scale) * scale;
  key.setAttribute('transform', `translate(0 ${above + high}) scale(${scale})`);
  map.setAttribute('x', String((width - wide) / 2));
  map.setAttribute('y', String(above));
  const height = Math.ceil(above + high + below);
  const picture = drawn('svg', {
    xmlns: SVG,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    'font-family': LOOK.font,
    role: 'img',
  });
  const ground = drawn('rect', { width, height, fill: LOOK.light.panel });
  picture.append(drawn('title', {}, DATA.title || 'Argument map'), ground, head, map, key);
  return picture;
}

/** Title and question, what the map is read as, and what is left out. @param {Surface} s @param {number} width */
function paintHead(s, width) {
  const shown = SHOWN.visible?.size ?? DATA.claims.length;
  const isPart = shown < DATA.claims.length;
  const headings = SHOWN.picture.headings || [];
  const isAsked = headings.some(({ words }) => DATA.question?.startsWith(words));
  /** @type {[string, number, boolean, string][]} */
  const texts = [
    [DATA.title || 'Argument map', 28, true, s.ink.ink],
    [isAsked ? '' : DATA.question || '', 17, false, s.ink.ink],
    [byId('slide-otherwise').textContent || '', 15, true, s.ink.yours],
    [
      isPart ? `${shown} of ${counted(DATA.claims.length, 'claim')} are drawn` : '',
      15,
      false,
      s.ink.mute,
    ],
  ];
  let y = 20;
  for (const [text, size, bold, fill] of texts)
    for (const line of text ? wrapped(text, width - 2 * LEFT, size, bold, 9) : []) {
      y += size * LEADING;
      s.text(line, LEFT, y, { size, bold, fill });
    }
  return y + 10;
}

/** The signs with their meanings, and the sources. @param {Surface} s @param {number} width */
function paintKey(s, width) {
  const right = width - LEFT;
  s.strokes([[LEFT, 6, right, 6]], { stroke: s.ink.line, width: 1 });
  let [x, y] = [LEFT, ROW + 6];
  const put = (
    /** @type {number} */ sign,
    /** @type {string} */ words,
    /** @type {() => void} */ paint,
  ) => {
    const wide = sign + s.measure(words, SMALL, false);
    if (x > LEFT && x + wide > right) [x, y] = [LEFT, y + ROW];
    paint();
    s.text(words, x + sign, y + 4.5, { size: SMALL, fill: s.ink.ink });
    x += wide + COLUMN_GAP;
  };
  for (const [kind, words] of LINES) put(66, words, () => paintSample(s, kind, x, y));
  for (const words of REMARKS) put(0, words, () => {});
  for (const { band, tag } of DATA.sources)
    put(14, tag, () => s.box({ x, y: y - 8, w: 8, h: 16 }, 0, { fill: s.ink[`band${band}`] }));
  return paintMeanings(s, width, y + ROW) + ROW;
}

/** @param {Surface} s @param {Kind} kind @param {number} x @param {number} y */
function paintSample(s, kind, x, y) {
  const ink = kind === 'supports' ? s.ink.support : s.ink.attack;
  const path = [x, y, x + 15, y, x + 30, y, x + 46, y];
  s.line(path, { stroke: ink, width: LOOK.line.plain, dashes: LOOK.dashes[kind] });
  paintEnd(s, kind, { x: x + 56, y, heading: [1, 0] }, ink);
  paintMark(s, { disc: [x + 22, y], kind, own: false }, ink, 1);
}

/** The words for statuses, in two columns. @param {Surface} s @param {number} width @param {number} top */
function paintMeanings(s, width, top) {
  const column = (width - 2 * LEFT - COLUMN_GAP) / 2;
  let [y, low] = [top, top];
  Object.entries(DATA.words).forEach(([word, meaning], at) => {
    const x = LEFT + (at % 2) * (column + COLUMN_GAP);
    const lines = wrapped(`${word}: ${meaning}`, column - 22, SMALL, false, 4);
    paintSign(s, { word: /** @type {Word} */ (word), granted: false, reason: '' }, x + 8, y, 1);
    lines.forEach((line, row) => {
      s.text(line, x + 22, y + 4.5 + row * SMALL * LEADING, { size: SMALL, fill: s.ink.ink });
    });
    low = Math.max(low, y + (lines.length - 1) * SMALL * LEADING);
    if (at % 2) [y, low] = [low + ROW, low + ROW];
  });
  return y;
}
