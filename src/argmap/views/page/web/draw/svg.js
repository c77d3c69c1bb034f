/** Elements of vector pictures. */

import { CHAPTER_PAD } from '../layout/measures.js';
import { RELATIONS, SOURCES } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { isDisputed, isFaded, toneOf } from '../state/standing.js';
import { SVG } from '../words/elements.js';
import { borderOf, saidOf } from './cards.js';
import { isQuiet } from './lines.js';
import { PAPER_SMALL } from './pens.js';

/**
 * @param {string} name
 * @param {Object<string, string|number>} attributes
 * @param {...(Node|string)} content
 * @returns {SVGElement}
 */
export function drawn(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return /** @type {SVGElement} */ (made);
}

/** @param {number[]} path */
export function pathData(path) {
  const short = path.map((value) => Math.round(value * 10) / 10);
  return `M${short[0]} ${short[1]}C${short.slice(2).join(' ')}`;
}

/**
 * @param {number} x @param {number} y @param {string} text @param {string} fill
 * @param {number} size @param {number} weight @param {string} [anchor]
 */
export function words(x, y, text, fill, size, weight, anchor = 'start') {
  return drawn(
    'text',
    { x, y, fill, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor },
    printable(text),
  );
}

/** Text without what no XML may hold. @param {string} text */
function printable(text) {
  // eslint-disable-next-line no-control-regex
  return (
    text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed?.() ??
    text
  );
}

/**
 * The sign of a claim's status.
 * @param {Claim} claim @param {Object<string, string>} ink
 * @param {number} x @param {number} y @param {number} size
 */
export function signDrawn(claim, ink, x, y, size) {
  const colour = ink[toneOf(claim)];
  const sign = drawn('g', {
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${size === 1 ? '' : ` scale(${size})`}`,
  });
  sign.append(
    drawn('circle', {
      r: 7.3,
      fill: claim.granted ? ink.card : colour,
      stroke: colour,
      'stroke-width': 1.4,
    }),
  );
  sign.append(
    drawn('path', {
      d: LOOK.signs[claim.word],
      fill: 'none',
      stroke: claim.granted ? colour : ink.card,
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
  return sign;
}

/** @param {Claim} claim @param {Object<string, string>} ink */
function bandDrawn(claim, ink) {
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  const colour = source ? ink[`band${source.band}`] : ink.mute;
  const c = LOOK.corner;
  const [top, bottom] = [`a${c} ${c} 0 0 0-${c} ${c}`, `a${c} ${c} 0 0 0 ${c} ${c}`];
  const right = `H${claim.x + LOOK.band}V${claim.y}z`;
  const d = `M${claim.x + c} ${claim.y}${top}v${claim.h - 2 * c}${bottom}${right}`;
  if (claim.mode === 'implicit')
    return drawn('path', { d, fill: 'none', stroke: colour, 'stroke-dasharray': '3 3' });
  if (claim.mode === 'editorial')
    return drawn('path', { d, fill: 'none', stroke: ink.mute, 'stroke-width': 2 });
  return drawn('path', { d, fill: colour });
}

/**
 * The ground, band and border of a card.
 * @param {Claim} claim
 * @param {Object<string, string>} ink
 */
export function bodyDrawn(claim, ink) {
  const { x, y, w, h } = claim;
  const tone = toneOf(claim);
  const [, width, dashes] = borderOf(claim);
  const colour = {
    yours: ink.yours,
    contested: ink.contested,
    falls: ink.falls,
    open: ink.open,
    stands: claim.main ? ink.ink : ink.edge,
  }[tone];
  const ground = tone === 'yours' ? ink['yours-bg'] : tone === 'falls' ? ink['falls-bg'] : ink.card;
  const body = { x, y, width: w, height: h, rx: LOOK.corner };
  return [
    drawn('title', {}, printable(`${claim.number} ${claim.name}`)),
    drawn('rect', { ...body, fill: ground }),
    bandDrawn(claim, ink),
    drawn('rect', {
      ...body,
      fill: 'none',
      stroke: colour || ink.edge,
      'stroke-width': width,
      'stroke-dasharray': dashes.join(' ') || 'none',
    }),
  ];
}

/**
 * @param {Arrow} arrow @param {Object<string, string>} ink
 * @param {number} [strength] how strongly it is drawn, if not by how it counts
 */
export function arrowDrawn(arrow, ink, strength) {
  const colour = arrow.kind === 'supports' ? ink.support : ink.attack;
  const end = arrow.path.length;
  const quiet = !strength && isQuiet(/** @type {Relation} */ (RELATIONS.get(arrow.relation)));
  const shown = strength ?? (isFaded(arrow) ? 0.42 : quiet ? 0.6 : 1);
  const made = drawn('g', shown < 1 ? { opacity: shown } : {});
  const width = (isDisputed(arrow) ? 3.4 : 2.4) * (quiet ? 0.45 : arrow.own ? 0.7 : 1);
  made.append(
    drawn('path', {
      d: pathData(arrow.path),
      fill: 'none',
      stroke: colour,
      'stroke-width': width,
      'stroke-dasharray': LOOK.dashes[arrow.kind].join(' ') || 'none',
    }),
  );
  made.append(
    headDrawn(arrow.kind, arrow.path[end - 2], arrow.path[end - 1], arrow.heading, colour),
  );
  if (arrow.both) {
    const back = [arrow.path[0] - arrow.path[2], arrow.path[1] - arrow.path[3]];
    const length = Math.hypot(back[0], back[1]) || 1;
    made.append(
      headDrawn(
        arrow.kind,
        arrow.path[0],
        arrow.path[1],
        [back[0] / length, back[1] / length],
        colour,
      ),
    );
  }
  made.append(discDrawn(arrow, ink, colour, quiet ? ' scale(.7)' : ''));
  return made;
}

/**
 * The sign of a step on its line: a disc, or a diamond if the step is the mapper's own.
 * @param {Arrow} arrow @param {Object<string, string>} ink @param {string} colour
 * @param {string} size
 */
function discDrawn({ disc: [x, y], kind, own }, ink, colour, size) {
  const [fill, stroke] = own ? [ink.card, colour] : [colour, ink.card];
  const border = { fill, stroke: colour, 'stroke-width': 1.6 };
  const mark = { d: LOOK.marks[kind], fill: 'none', stroke };
  return drawn(
    'g',
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${size}` },
    own
      ? drawn('path', { d: 'M0-11 11 0 0 11-11 0z', ...border })
      : drawn('circle', { r: 8.5, ...border }),
    drawn('path', { ...mark, 'stroke-width': 2, 'stroke-linecap': 'round' }),
  );
}

/**
 * @param {Relation['kind']} kind @param {number} x @param {number} y
 * @param {number[]} heading @param {string} colour
 */
function headDrawn(kind, x, y, [right, down], colour) {
  const at = (/** @type {number} */ back, /** @type {number} */ aside) =>
    `${(x - right * back - down * aside).toFixed(1)} ${(y - down * back + right * aside).toFixed(1)}`;
  if (kind === 'supports')
    return drawn('path', { d: `M${at(0, 0)}L${at(12, 7.5)}L${at(12, -7.5)}z`, fill: colour });
  return drawn('path', { d: `M${at(3, 11)}L${at(3, -11)}`, stroke: colour, 'stroke-width': 4.4 });
}

/** @param {Chapter} one @param {Object<string, string>} ink */
export function chapterDrawn({ x, y, w, h, title }, ink) {
  const frame = drawn('rect', { x, y, width: w, height: h, rx: 18, fill: ink.chapter });
  return drawn(
    'g',
    {},
    frame,
    words(x + CHAPTER_PAD, y + CHAPTER_PAD + 18, title, ink.mute, 22, 600),
  );
}

/** @param {Container} one @param {Object<string, string>} ink @param {boolean} onPaper */
export function frameDrawn(one, ink, onPaper) {
  const made = drawn('g', RELATIONS.get(one.relation)?.label === 'out' ? { opacity: 0.5 } : {});
  made.append(
    drawn('rect', {
      x: one.x,
      y: one.y,
      width: one.w,
      height: one.h,
      rx: one.pill ? one.h / 2 : 13,
      fill: one.pill ? ink.card : ink.tint,
      stroke: ink.support,
      'stroke-width': 1.4,
    }),
  );
  const [said, size] = onPaper ? ['together', PAPER_SMALL] : ['only together', 12.5];
  made.append(
    words(
      one.x + one.w / 2,
      one.pill ? one.y + one.h / 2 + size * 0.34 : one.y + 16.5 + (onPaper ? 2 : 0),
      said,
      ink.support,
      size,
      600,
      'middle',
    ),
  );
  return made;
}

/**
 * How many claims are folded away below a card.
 * @param {Claim} claim
 * @param {Object<string, string>} ink
 * @param {number} size
 */
export function foldDrawn({ id, x, y, w, h }, ink, size) {
  const [width, height] = [size * 3.1, size * 1.54];
  const hides = SHOWN.hiding.has(id);
  const border = {
    fill: hides ? ink['contested-bg'] : ink.panel,
    stroke: hides ? ink.contested : ink.mute,
    'stroke-width': hides ? 2.4 : 1,
  };
  return [
    drawn('rect', {
      x: x + w / 2 - width / 2,
      y: y + h - 4,
      width,
      height,
      rx: height / 2,
      ...border,
    }),
    words(
      x + w / 2,
      y + h - 4 + height / 2 + size * 0.35,
      `+${SHOWN.folded.get(id)}`,
      ink.ink,
      size,
      600,
      'middle',
    ),
  ];
}

/** @param {Claim} claim @param {Object<string, string>} ink */
export function pillDrawn(claim, ink) {
  const tone = toneOf(claim);
  const pen = /** @type {CanvasRenderingContext2D} */ (
    document.createElement('canvas').getContext('2d')
  );
  const said = saidOf(pen, claim);
  const width = pen.measureText(said).width + 31;
  const [left, middle] = [claim.x + claim.w - 9 - width, claim.y + 17.5];
  const made = drawn(
    'g',
    {},
    drawn('rect', { x: left, y: middle - 10, width, height: 20, rx: 10, fill: ink[`${tone}-bg`] }),
  );
  made.append(
    signDrawn(claim, ink, left + 11, middle, 1),
    words(left + 23, middle + 4.3, said, ink[tone], LOOK.small[0], 600),
  );
  if (tone === 'falls')
    /** @type {Element} */ (made.lastElementChild).setAttribute('text-decoration', 'line-through');
  return made;
}
