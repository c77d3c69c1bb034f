/** The surface of a canvas. */

import { font, widthOf } from '../layout/letters.js';

/** @type {WeakMap<number[], Path2D>} paths of lines, made once for each */
const TRACKS = new WeakMap();

/** @type {Map<string, Path2D>} the few shapes that are put in many places */
const SHAPES = new Map();

const SHADOW = { colour: 'rgba(16,24,40,.13)', blur: 7, down: 2 };

/** The sizes of a stroke through words that are struck out, in parts of the size of the letters. */
const STRIKE = { up: 0.33, thick: 0.09 };

/** A surface on a canvas. @implements {Surface} */
export class CanvasSurface {
  /** @param {CanvasRenderingContext2D} c @param {Record<string, string>} ink @param {number} scale */
  constructor(c, ink, scale) {
    this.c = c;
    this.ink = ink;
    this.ground = ink.bg;
    this.scale = scale;
    this.isScreen = true;
    this.measure = widthOf;
  }

  /** @param {Rectangle} area @param {number} corner @param {Style} style */
  box({ x, y, w, h }, corner, style) {
    const path = new Path2D();
    path.roundRect(x, y, w, h, corner);
    paint(this.c, path, style);
  }

  /** @param {number} x @param {number} y @param {number} radius @param {Style} style */
  disc(x, y, radius, style) {
    const path = new Path2D();
    path.arc(x, y, radius, 0, 2 * Math.PI);
    paint(this.c, path, style);
  }

  /** @param {number[]} path @param {Style} style */
  line(path, style) {
    paint(this.c, trackOf(path), style);
  }

  /** @param {string} data @param {Style} style @param {Put} put */
  shape(data, style, { x, y, size = 1, heading: [right, down] = [1, 0] }) {
    this.c.save();
    this.c.transform(right * size, down * size, -down * size, right * size, x, y);
    paint(this.c, shapeOf(data), style);
    this.c.restore();
  }

  /** @param {Rectangle} area @param {number} width @param {number} corner @param {Style} style */
  strip(area, width, corner, style) {
    paint(this.c, stripOf(area, width, corner), style);
  }

  /** @param {[number, number, number, number][]} ends @param {Style} style */
  strokes(ends, style) {
    const path = new Path2D();
    for (const [x, y, toX, toY] of ends) {
      path.moveTo(x, y);
      path.lineTo(toX, toY);
    }
    paint(this.c, path, style);
  }

  /** @param {string} words @param {number} x @param {number} y @param {Letters} letters */
  text(words, x, y, { size, fill, bold, anchor: from = 'start', struck, room, isRightToLeft }) {
    const { c } = this;
    const anchor = isRightToLeft ? 'end' : from;
    c.direction = isRightToLeft ? 'rtl' : 'ltr';
    c.textBaseline = 'alphabetic';
    c.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
    c.font = font(size, bold);
    c.fillStyle = fill;
    c.fillText(words, x, y, room);
    if (!struck) return;
    const width = widthOf(words, size, bold);
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    c.fillRect(left, y - size * STRIKE.up, width, size * STRIKE.thick);
  }

  /** @param {() => void} paintAll @param {{title?: string, opacity?: number}} [options] */
  group(paintAll, { opacity = 1 } = {}) {
    const before = this.c.globalAlpha;
    this.c.globalAlpha = before * opacity;
    paintAll();
    this.c.globalAlpha = before;
  }
}

/**
 * Fill and stroke a path.
 * @param {CanvasRenderingContext2D} c @param {Path2D} path @param {Style} style
 */
function paint(c, path, { fill, stroke, width = 1, dashes = [], round, opacity = 1, shadow }) {
  const before = c.globalAlpha;
  c.globalAlpha = before * opacity;
  if (fill) {
    if (shadow) {
      [c.shadowColor, c.shadowBlur, c.shadowOffsetY] = [SHADOW.colour, SHADOW.blur, SHADOW.down];
    }
    c.fillStyle = fill;
    c.fill(path);
    c.shadowColor = 'transparent';
  }
  if (stroke) {
    c.strokeStyle = stroke;
    c.lineWidth = width;
    c.lineCap = round ? 'round' : 'butt';
    c.lineJoin = round ? 'round' : 'miter';
    c.setLineDash(dashes);
    c.stroke(path);
    c.setLineDash([]);
  }
  c.globalAlpha = before;
}

/** @param {number[]} path */
function trackOf(path) {
  const known = TRACKS.get(path);
  if (known) return known;
  const track = new Path2D();
  track.moveTo(path[0], path[1]);
  for (let at = 2; at < path.length; at += 6) {
    const [x1, y1, x2, y2, x, y] = path.slice(at, at + 6);
    track.bezierCurveTo(x1, y1, x2, y2, x, y);
  }
  TRACKS.set(path, track);
  return track;
}

/** @param {string} data */
function shapeOf(data) {
  const shape = SHAPES.get(data) || new Path2D(data);
  SHAPES.set(data, shape);
  return shape;
}

/** @param {Rectangle} area @param {number} width @param {number} corner */
function stripOf({ x, y, h }, width, corner) {
  const strip = new Path2D();
  strip.moveTo(x + corner, y);
  strip.arcTo(x, y, x, y + corner, corner);
  strip.arcTo(x, y + h, x + corner, y + h, corner);
  strip.lineTo(x + width, y + h);
  strip.lineTo(x + width, y);
  strip.closePath();
  return strip;
}
