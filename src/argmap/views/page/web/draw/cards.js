/** Cards on the canvas: the nearer the reader, the more of a card is drawn. */

import { SOURCES } from '../state/data.js';
import { INK, LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { statusWords, toneOf, wordOf } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { drawCaption, drawFolded } from './badges.js';
import { FAR, font, NAME_ONLY, NUMBER_ONLY, presence, SIGN_SHAPES } from './pens.js';

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 * @param {number} scale
 * @param {boolean} hovered
 */
export function drawCard(c, claim, scale, hovered) {
  c.save();
  c.globalAlpha = presence(claim.id);
  if (scale < FAR) {
    c.fillStyle = claim.id === STATE.chosen ? INK.select : INK[toneOf(claim)];
    c.fillRect(claim.x, claim.y, claim.w, claim.h);
    c.restore();
    return;
  }
  drawBody(c, claim, scale, hovered);
  c.textAlign = 'left';
  if (scale < NUMBER_ONLY) drawNumber(c, claim);
  else if (scale < NAME_ONLY) drawName(c, claim);
  else drawWords(c, claim);
  if (scale >= NUMBER_ONLY) drawCaption(c, claim, scale);
  if (SHOWN.folded.has(claim.id)) drawFolded(c, claim, scale);
  c.restore();
}

/** @param {Claim} claim */
function groundOf(claim) {
  if (toneOf(claim) === 'yours') return INK['yours-bg'];
  return claim.word === 'falls' ? INK['falls-bg'] : INK.card;
}

/**
 * Whether a claim's words are struck out: it fell, and not by the reader's own hand.
 * @param {Claim} claim
 */
function isStruck(claim) {
  return toneOf(claim) === 'falls';
}

/** @param {Claim} claim @returns {[string, number, number[]]} colour, width and dashes */
export function borderOf(claim) {
  if (toneOf(claim) === 'yours') return [INK.yours, 3, []];
  if (claim.word === 'contested') return [INK.contested, 3, []];
  if (claim.word === 'falls') return [INK.falls, 1.4, [6, 4]];
  if (claim.word === 'open') return [INK.open, 2, []];
  return claim.main ? [INK.ink, 2.6, []] : [INK.edge, 1.4, []];
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 * @param {number} scale
 * @param {boolean} hovered
 */
function drawBody(c, claim, scale, hovered) {
  const shape = new Path2D();
  shape.roundRect(claim.x, claim.y, claim.w, claim.h, LOOK.corner);
  if (scale > NUMBER_ONLY && !STATE.dark && claim.word !== 'falls') {
    c.shadowColor = 'rgba(16,24,40,.13)';
    c.shadowBlur = 7;
    c.shadowOffsetY = 2;
  }
  c.fillStyle = groundOf(claim);
  c.fill(shape);
  c.shadowColor = 'transparent';
  c.save();
  c.clip(shape);
  drawBand(c, claim);
  c.restore();
  const [colour, width, dashes] = borderOf(claim);
  c.strokeStyle = colour;
  c.lineWidth = width + (hovered ? 1 : 0);
  c.setLineDash(dashes);
  c.stroke(shape);
  c.setLineDash([]);
  if (claim.id === STATE.chosen) {
    c.beginPath();
    c.roundRect(claim.x - 4.5, claim.y - 4.5, claim.w + 9, claim.h + 9, LOOK.corner + 4);
    c.strokeStyle = INK.select;
    c.lineWidth = 3.5;
    c.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 */
function drawBand(c, claim) {
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  const ink = source ? INK[`band${source.band}`] : INK.mute;
  if (claim.mode === 'editorial') {
    c.strokeStyle = INK.mute;
    c.lineWidth = 2;
    c.beginPath();
    c.rect(claim.x, claim.y, LOOK.band, claim.h);
    c.clip();
    c.beginPath();
    for (let y = claim.y; y < claim.y + claim.h + LOOK.band; y += 6) {
      c.moveTo(claim.x, y);
      c.lineTo(claim.x + LOOK.band, y - LOOK.band);
    }
    c.stroke();
  } else if (claim.mode === 'implicit') {
    c.strokeStyle = ink;
    c.lineWidth = 1.6;
    c.setLineDash([3, 3]);
    c.beginPath();
    c.moveTo(claim.x + LOOK.band, claim.y);
    c.lineTo(claim.x + LOOK.band, claim.y + claim.h);
    c.stroke();
    c.setLineDash([]);
  } else {
    c.fillStyle = ink;
    c.fillRect(claim.x, claim.y, LOOK.band, claim.h);
  }
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 */
function drawNumber(c, claim) {
  c.fillStyle = isStruck(claim) ? INK.mute : INK.ink;
  c.textBaseline = 'middle';
  c.font = font(40, true);
  const room = claim.w - LOOK.left - 56;
  const width = c.measureText(claim.number).width;
  if (width > room) c.font = font((40 * room) / width, true);
  c.fillText(claim.number, claim.x + LOOK.left, claim.y + claim.h / 2 + 2);
  drawSign(c, claim, claim.x + claim.w - 30, claim.y + claim.h / 2, 2.6);
}

/**
 * From afar: the number and the name in large letters, then source and status.
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 */
function drawName(c, claim) {
  const [size, leading] = LOOK.big;
  const left = claim.x + LOOK.left - 4;
  c.textBaseline = 'alphabetic';
  c.fillStyle = isStruck(claim) ? INK.mute : INK.ink;
  c.font = font(size, true);
  const top = claim.y + 10 + size * 0.86;
  claim.big.forEach((line, at) => {
    c.fillText(line, left, top + at * leading);
  });
  const base = claim.y + claim.h - 12;
  c.font = font(19, true);
  const word = wordOf(claim);
  const width = c.measureText(word).width;
  const right = claim.x + claim.w - 12;
  c.fillStyle = INK[toneOf(claim)];
  c.fillText(word, right - width, base);
  if (isStruck(claim)) c.fillRect(right - width, base - 6, width, 1.6);
  drawSign(c, claim, right - width - 15, base - 6, 1.35);
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  if (!source) return;
  c.font = font(19);
  c.fillStyle = INK.mute;
  c.fillText(fitting(c, source.short, claim.w - width - LOOK.left - 50), left, base);
}

/**
 * As many whole words as fit.
 * @param {CanvasRenderingContext2D} c
 * @param {string} text
 * @param {number} room
 */
export function fitting(c, text, room) {
  let shown = text;
  while (shown.includes(' ') && c.measureText(shown).width > room) {
    shown = shown.slice(0, shown.lastIndexOf(' '));
  }
  return c.measureText(shown).width > room ? '' : shown;
}

/**
 * Near by: everything that the card holds.
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 */
function drawWords(c, claim) {
  const left = claim.x + LOOK.left;
  c.textBaseline = 'alphabetic';
  c.fillStyle = INK.ink;
  c.font = font(LOOK.number, true);
  c.fillText(claim.number, left, claim.y + 22);
  drawPill(c, claim);
  const [size, leading] = LOOK.label;
  c.font = font(size, true);
  c.fillStyle = isStruck(claim) ? INK.mute : INK.ink;
  const top = claim.y + LOOK.head + size;
  claim.lines.forEach((line, at) => {
    c.fillText(line, left, top + at * leading);
  });
  c.font = font(LOOK.small[0]);
  c.fillStyle = INK.mute;
  const foot = claim.y + claim.h - LOOK.foot - LOOK.small[1] * (claim.foot.length - 1);
  claim.foot.forEach((line, at) => {
    c.fillText(line, left, foot + at * LOOK.small[1]);
  });
}

/**
 * The words of a claim's status, with its reason where there is room; leaves their font in the pen.
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 */
export function saidOf(c, claim) {
  c.font = font(LOOK.number, true);
  const numbered = c.measureText(claim.number).width;
  c.font = font(LOOK.small[0], true);
  const said = statusWords(claim);
  return c.measureText(said).width + 31 > claim.w - LOOK.left - numbered - 16
    ? wordOf(claim)
    : said;
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 */
function drawPill(c, claim) {
  const said = saidOf(c, claim);
  const width = c.measureText(said).width + 31;
  const left = claim.x + claim.w - 9 - width;
  const middle = claim.y + 17.5;
  c.beginPath();
  c.roundRect(left, middle - 10, width, 20, 10);
  c.fillStyle = INK[`${toneOf(claim)}-bg`];
  c.fill();
  drawSign(c, claim, left + 11, middle, 1);
  c.fillStyle = INK[toneOf(claim)];
  c.fillText(said, left + 23, middle + 4.3);
  if (isStruck(claim)) c.fillRect(left + 23, middle, width - 31, 1.2);
}

/**
 * The sign of the status: hollow if the claim is granted, full if it is argued for.
 * @param {CanvasRenderingContext2D} c
 * @param {Claim} claim
 * @param {number} x @param {number} y
 * @param {number} size
 */
function drawSign(c, claim, x, y, size) {
  const ink = INK[toneOf(claim)];
  c.save();
  c.translate(x, y);
  c.scale(size, size);
  c.beginPath();
  c.arc(0, 0, 7.3, 0, 7);
  c.fillStyle = claim.granted ? INK.card : ink;
  c.fill();
  c.strokeStyle = ink;
  c.lineWidth = 1.4;
  c.stroke();
  c.strokeStyle = claim.granted ? ink : INK.card;
  c.lineWidth = 2;
  c.lineCap = 'round';
  c.lineJoin = 'round';
  c.stroke(SIGN_SHAPES[claim.word]);
  c.restore();
}
