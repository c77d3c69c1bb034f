/** The current view as a vector picture, for files, for slides and for the printer. */

import { DATA, SOURCES } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { isShown, SHOWN } from '../state/shown.js';
import { toneOf, wordOf } from '../state/standing.js';
import { SVG } from '../words/elements.js';
import { fitting } from './cards.js';
import { font, PAPER_SMALL } from './pens.js';
import {
  arrowDrawn,
  bodyDrawn,
  chapterDrawn,
  drawn,
  foldDrawn,
  frameDrawn,
  pathData,
  pillDrawn,
  signDrawn,
  words,
} from './svg.js';

/**
 * The picture of what is laid out now, or the same with letters to be read on paper.
 * @param {Object<string, string>} ink @param {boolean} [onPaper] @returns {SVGElement}
 */
export function pictureOf(ink, onPaper = false) {
  const { width, height } = SHOWN.picture;
  const all = drawn('svg', {
    xmlns: SVG,
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    width: Math.ceil(width),
    height: Math.ceil(height),
    'font-family': LOOK.font,
    role: 'img',
  });
  all.append(drawn('title', {}, DATA.title || 'Argument map'));
  all.append(
    drawn('rect', { width: Math.ceil(width), height: Math.ceil(height), fill: ink.panel }),
  );
  for (const one of SHOWN.picture.chapters) all.append(chapterDrawn(one, ink));
  for (const one of SHOWN.picture.containers) all.append(frameDrawn(one, ink, onPaper));
  for (const tie of SHOWN.picture.ties) all.append(...tieDrawn(tie, ink, onPaper));
  for (const arrow of SHOWN.picture.arrows) all.append(arrowDrawn(arrow, ink));
  for (const claim of DATA.claims)
    if (isShown(claim.id)) all.append(onPaper ? cardOnPaper(claim, ink) : cardDrawn(claim, ink));
  return all;
}

/** @param {Tie} tie @param {Object<string, string>} ink @param {boolean} onPaper */
function tieDrawn({ far, path, place, same }, ink, onPaper) {
  const line = {
    d: pathData(path),
    fill: 'none',
    stroke: same ? ink.mute : ink.support,
    'stroke-width': far ? 1.1 : 1.6,
    opacity: far ? 0.6 : 1,
  };
  const dots = same ? { 'stroke-dasharray': '1 5', 'stroke-linecap': 'round' } : {};
  const made = [drawn('path', { ...line, ...dots })];
  if (place) {
    const size = onPaper ? PAPER_SMALL : 12;
    made.push(words(place[0], place[1] + 4, 'same claim', ink.mute, size, 400, 'middle'));
  }
  return made;
}

/** @param {Claim} claim @param {Object<string, string>} ink */
function cardDrawn(claim, ink) {
  const { x, y, h } = claim;
  const tone = toneOf(claim);
  const made = drawn('g', {}, ...bodyDrawn(claim, ink));
  const left = x + LOOK.left;
  made.append(words(left, y + 22, claim.number, ink.ink, LOOK.number, 600));
  made.append(pillDrawn(claim, ink));
  const [size, leading] = LOOK.label;
  claim.lines.forEach((line, at) => {
    made.append(
      words(
        left,
        y + LOOK.head + size + at * leading,
        line,
        tone === 'falls' ? ink.mute : ink.ink,
        size,
        600,
      ),
    );
  });
  const foot = y + h - LOOK.foot - LOOK.small[1] * (claim.foot.length - 1);
  claim.foot.forEach((line, at) => {
    made.append(words(left, foot + at * LOOK.small[1], line, ink.mute, LOOK.small[0], 400));
  });
  if (SHOWN.folded.has(claim.id)) made.append(...foldDrawn(claim, ink, 13));
  return made;
}

/** @param {Claim} claim @param {Object<string, string>} ink */
function cardOnPaper(claim, ink) {
  const made = drawn('g', {}, ...bodyDrawn(claim, ink));
  const [size, leading] = LOOK.big;
  const left = claim.x + LOOK.left - 4;
  const tone = toneOf(claim);
  claim.big.forEach((line, at) => {
    made.append(words(left, claim.y + 10 + size * 0.86 + at * leading, line, ink.ink, size, 600));
  });
  const pen = /** @type {CanvasRenderingContext2D} */ (
    document.createElement('canvas').getContext('2d')
  );
  pen.font = font(PAPER_SMALL, true);
  const said = wordOf(claim);
  const width = pen.measureText(said).width;
  const [right, base] = [claim.x + claim.w - 12, claim.y + claim.h - 12];
  const word = words(right, base, said, ink[tone], PAPER_SMALL, 600, 'end');
  if (tone === 'falls') word.setAttribute('text-decoration', 'line-through');
  made.append(signDrawn(claim, ink, right - width - 14, base - 6, 1.2), word);
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  if (source) {
    pen.font = font(PAPER_SMALL);
    made.append(
      words(
        left,
        base,
        fitting(pen, source.short, claim.w - width - LOOK.left - 46),
        ink.mute,
        PAPER_SMALL,
        400,
      ),
    );
  }
  if (SHOWN.folded.has(claim.id)) made.append(...foldDrawn(claim, ink, PAPER_SMALL));
  return made;
}

/** The picture as a file's text, with the letters that it needs inside it. */
export function svgText() {
  const all = pictureOf(LOOK.light);
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map((rule) => rule.cssText)
    .join('');
  const file = new XMLSerializer().serializeToString(all);
  return file.replace(/(<svg[^>]*>)/, (open) => `${open}<style>${faces}</style>`);
}

/** The picture as pixels, no larger than browsers can paint. @returns {Promise<Blob>} */
export async function pngBlob() {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svgText()], { type: 'image/svg+xml' }));
  image.src = address;
  await image.decode();
  const by = Math.min(2, 14000 / SHOWN.picture.width, 14000 / SHOWN.picture.height);
  const paper = document.createElement('canvas');
  [paper.width, paper.height] = [
    Math.ceil(SHOWN.picture.width * by),
    Math.ceil(SHOWN.picture.height * by),
  ];
  paper.getContext('2d')?.drawImage(image, 0, 0, paper.width, paper.height);
  URL.revokeObjectURL(address);
  return new Promise((done, fail) => {
    paper.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture is too large'))));
  });
}
