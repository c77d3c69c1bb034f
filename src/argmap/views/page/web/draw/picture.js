/** The current view as a vector picture, for files and for the printer. */

import { DATA } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { isShown, SHOWN } from '../state/shown.js';
import { SVG } from '../words/elements.js';
import { paintCard } from './cards.js';
import { paintGround } from './lines.js';
import { NAME, WORDS } from './pens.js';
import { paintReading } from './read-picture.js';
import { paintStubs } from './stubs.js';
import { drawn, SvgSurface } from './svg-surface.js';

/** The longest side of a picture that browsers can paint as pixels. */
const LONGEST = 14000;

/** How far the sign of a line reaches beyond the line. */
const SIGN = 16;

/**
 * What is laid out now, and the lines that run around it, as a box.
 * @returns {{x: number, y: number, width: number, height: number}}
 */
export function extentOfPicture() {
  const { arrows, containers, height, ties, width } = SHOWN.picture;
  const corners = containers.flatMap(({ h, w, x, y }) => [x, y, x + w, y + h]);
  const points = [corners, ...arrows.map(({ path }) => path), ...ties.map(({ path }) => path)];
  let [left, top, right, bottom] = [0, 0, width, height];
  for (const path of points)
    for (let at = 0; at < path.length; at += 2) {
      [left, right] = [Math.min(left, path[at] - SIGN), Math.max(right, path[at] + SIGN)];
      [top, bottom] = [Math.min(top, path[at + 1] - SIGN), Math.max(bottom, path[at + 1] + SIGN)];
    }
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { x, y, width: Math.ceil(right - x), height: Math.ceil(bottom - y) };
}

/**
 * The picture of what is laid out now, or the same with letters to be read on paper.
 * @param {boolean} [onPaper] @returns {SVGElement}
 */
export function pictureOf(onPaper = false) {
  const { height, width, x, y } = extentOfPicture();
  const picture = drawn('svg', {
    xmlns: SVG,
    viewBox: `${x} ${y} ${width} ${height}`,
    width,
    height,
    'font-family': LOOK.font,
    role: 'img',
  });
  picture.append(drawn('title', {}, DATA.title || 'Argument map'));
  const level = onPaper ? NAME : WORDS;
  const s = new SvgSurface(picture, LOOK.light);
  s.box({ x, y, w: width, h: height }, 0, { fill: s.ground });
  if (SHOWN.picture.cards) {
    paintReading(s);
    return picture;
  }
  const isSeen = () => true;
  paintGround(s, level, isSeen, isSeen);
  for (const claim of DATA.claims) if (isShown(claim.id)) paintCard(s, claim, level);
  paintStubs(s, level);
  return picture;
}

/** A picture as a file's text, with the letters that it needs inside it. @param {SVGElement} picture */
export function svgText(picture) {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map((rule) => rule.cssText)
    .join('');
  const file = new XMLSerializer().serializeToString(picture);
  return file.replace(/(<svg[^>]*>)/, (open) => `${open}<style>${faces}</style>`);
}

/**
 * A picture as pixels, twice its size if browsers can paint so much.
 * @param {SVGElement} picture @returns {Promise<Blob>}
 */
export async function pngBlob(picture) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svgText(picture)], { type: 'image/svg+xml' }));
  image.src = address;
  await image.decode();
  const { naturalHeight: height, naturalWidth: width } = image;
  const by = Math.min(2, LONGEST / width, LONGEST / height);
  const paper = document.createElement('canvas');
  [paper.width, paper.height] = [Math.ceil(width * by), Math.ceil(height * by)];
  paper.getContext('2d')?.drawImage(image, 0, 0, paper.width, paper.height);
  URL.revokeObjectURL(address);
  return new Promise((done, fail) => {
    paper.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture is too large'))));
  });
}
