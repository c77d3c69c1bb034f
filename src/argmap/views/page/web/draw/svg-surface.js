/** The surface of a vector picture. */

import { widthOf } from '../layout/letters.js';
import { SVG } from '../words/elements.js';

/**
 * An element of a vector picture.
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

/** A surface that adds to an element of a vector picture. @implements {Surface} */
export class SvgSurface {
  /** @param {SVGElement} picture @param {Record<string, string>} ink */
  constructor(picture, ink) {
    this.parent = picture;
    this.ink = ink;
    this.ground = ink.panel;
    this.scale = 1;
    this.isScreen = false;
    this.measure = widthOf;
  }

  /** @param {string} name @param {Object<string, string|number>} attributes */
  add(name, attributes) {
    return this.parent.appendChild(drawn(name, attributes));
  }

  /** @param {Rectangle} area @param {number} corner @param {Style} style */
  box({ x, y, w, h }, corner, style) {
    const place = { x: short(x), y: short(y), width: short(w), height: short(h) };
    this.add('rect', { ...place, rx: short(corner), ...attributesOf(style) });
  }

  /** @param {number} x @param {number} y @param {number} r @param {Style} style */
  disc(x, y, r, style) {
    this.add('circle', { cx: short(x), cy: short(y), r: fine(r), ...attributesOf(style) });
  }

  /** @param {number[]} path @param {Style} style */
  line(path, style) {
    const [x, y, ...more] = path.map(short);
    this.add('path', { d: `M${x} ${y}C${more.join(' ')}`, ...attributesOf(style) });
  }

  /** @param {string} d @param {Style} style @param {Put} put */
  shape(d, style, { x, y, size = 1, heading: [right, down] = [1, 0] }) {
    const turned = [right, down, -down, right].map((value) => fine(value * size)).join(' ');
    const scaled = `translate(${short(x)} ${short(y)})${size === 1 ? '' : ` scale(${size})`}`;
    const transform = right === 1 ? scaled : `matrix(${turned} ${short(x)} ${short(y)})`;
    this.add('path', { transform, d, ...attributesOf(style) });
  }

  /** @param {Rectangle} area @param {number} width @param {number} corner @param {Style} style */
  strip({ x, y, h }, width, corner, style) {
    const [down, out] = [`a${corner} ${corner} 0 0 0-${corner} ${corner}`, `${corner} ${corner}`];
    const left = `${down}v${short(h - 2 * corner)}a${out} 0 0 0 ${out}`;
    const d = `M${short(x + corner)} ${short(y)}${left}H${short(x + width)}V${short(y)}z`;
    this.add('path', { d, ...attributesOf(style) });
  }

  /** @param {[number, number, number, number][]} ends @param {Style} style */
  strokes(ends, style) {
    const lines = ends.map((points) => points.map(short));
    const d = lines.map(([x, y, toX, toY]) => `M${x} ${y}L${toX} ${toY}`).join('');
    this.add('path', { d, ...attributesOf(style) });
  }

  /** @param {string} words @param {number} x @param {number} y @param {Letters} letters */
  text(words, x, y, letters) {
    const place = { x: short(x), y: short(y) };
    this.add('text', { ...place, ...lettersOf(words, letters) }).append(printable(words));
  }

  /** @param {() => void} paintAll @param {{title?: string, opacity?: number}} [options] */
  group(paintAll, { opacity = 1, title } = {}) {
    const outer = this.parent;
    this.parent = this.add('g', opacity < 1 ? { opacity: fine(opacity) } : {});
    if (title) this.add('title', {}).append(printable(title));
    paintAll();
    this.parent = outer;
  }
}

/** @param {Style} style @returns {Object<string, string|number>} */
function attributesOf({ fill = 'none', stroke, width = 1, dashes, round, opacity = 1 }) {
  /** @type {Object<string, string|number>} */
  const made = { fill };
  if (stroke) Object.assign(made, { stroke, 'stroke-width': fine(width) });
  if (dashes) made['stroke-dasharray'] = dashes.join(' ') || 'none';
  if (round) Object.assign(made, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  if (opacity < 1) made.opacity = fine(opacity);
  return made;
}

/** @param {string} words @param {Letters} letters @returns {Object<string, string|number>} */
function lettersOf(words, letters) {
  const { size, fill, bold, anchor = 'start', struck, room = Infinity, isRightToLeft } = letters;
  const pressed = { textLength: short(room), lengthAdjust: 'spacingAndGlyphs' };
  return {
    fill,
    'font-size': fine(size),
    'font-weight': bold ? 600 : 400,
    'text-anchor': anchor,
    ...(isRightToLeft ? { direction: 'rtl' } : {}),
    ...(struck ? { 'text-decoration': 'line-through' } : {}),
    ...(widthOf(words, size, bold) > room ? pressed : {}),
  };
}

/** A number with one decimal at most. @param {number} value */
function short(value) {
  return Math.round(value * 10) / 10;
}

/** A number with three decimals at most. @param {number} value */
function fine(value) {
  return Math.round(value * 1000) / 1000;
}

/** Text without what no XML may hold. @param {string} text */
function printable(text) {
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.toWellFormed?.() ?? allowed;
}
