/** Lines of the relations under the cards, with frames and quiet ties. */

import { CHAPTER_PAD } from '../layout/measures.js';
import { claimHitBy, DATA, RELATIONS } from '../state/data.js';
import { INK, LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { isDisputed, isFaded } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { font, MARK_SHAPES, NAME_ONLY, presence } from './pens.js';

/** @type {WeakMap<number[], Path2D>} the lines as the canvas draws them, made once for each path */
const TRACKS = new WeakMap();

/** @param {number[]} path */
function trackOf(path) {
  let track = TRACKS.get(path);
  if (!track) {
    track = new Path2D();
    track.moveTo(path[0], path[1]);
    for (let at = 2; at < path.length; at += 6) {
      track.bezierCurveTo(
        path[at],
        path[at + 1],
        path[at + 2],
        path[at + 3],
        path[at + 4],
        path[at + 5],
      );
    }
    TRACKS.set(path, track);
  }
  return track;
}

/** @param {string} id @param {string[]} premises @param {string} hit */
function relationPresence(id, premises, hit) {
  if (STATE.marked) return STATE.marked.relations.has(id) ? 1 : 0.1;
  const kinds = STATE.filters.get('relation');
  if (kinds?.size && !kinds.has(RELATIONS.get(id)?.kind || '')) return 0.05;
  return Math.min(Math.max(...premises.map(presence)), presence(hit));
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {number} scale
 * @param {{left: number, right: number, top: number, bottom: number}} view
 */
export function drawUnderCards(c, scale, view) {
  c.save();
  for (const chapter of SHOWN.picture.chapters) {
    if (seen(chapter.x, chapter.y, chapter.x + chapter.w, chapter.y + chapter.h, view)) {
      drawChapter(c, chapter, scale);
    }
  }
  for (const frame of SHOWN.picture.containers) {
    if (seen(frame.x, frame.y, frame.x + frame.w, frame.y + frame.h, view)) {
      drawFrame(c, frame, scale);
    }
  }
  for (const tie of SHOWN.picture.ties) drawTie(c, tie, scale);
  for (const arrow of SHOWN.picture.arrows) {
    const [left, top, right, bottom] = boundsOf(arrow);
    if (seen(left, top, right, bottom, view)) drawArrow(c, arrow, scale);
  }
  c.restore();
}

/**
 * @param {number} left @param {number} top @param {number} right @param {number} bottom
 * @param {{left: number, right: number, top: number, bottom: number}} view
 */
export function seen(left, top, right, bottom, view) {
  return left < view.right && right > view.left && top < view.bottom && bottom > view.top;
}

/** @type {WeakMap<number[], number[]>} */
const BOUNDS = new WeakMap();

/** The box around a line, worked out once. @param {Arrow} arrow @returns {number[]} */
function boundsOf({ path }) {
  const known = BOUNDS.get(path);
  if (known) return known;
  let [left, top] = path;
  let [right, bottom] = path;
  for (let at = 2; at < path.length; at += 2) {
    left = Math.min(left, path[at]);
    right = Math.max(right, path[at]);
    top = Math.min(top, path[at + 1]);
    bottom = Math.max(bottom, path[at + 1]);
  }
  const found = [left - 12, top - 12, right + 12, bottom + 12];
  BOUNDS.set(path, found);
  return found;
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Chapter} chapter
 * @param {number} scale
 */
function drawChapter(c, { x, y, w, h, title }, scale) {
  c.globalAlpha = 1;
  c.beginPath();
  c.roundRect(x, y, w, h, 18);
  c.fillStyle = INK.chapter;
  c.fill();
  if (scale < 0.11) return;
  c.fillStyle = INK.mute;
  c.font = font(scale < NAME_ONLY ? 26 : 22, true);
  c.textAlign = 'left';
  c.textBaseline = 'alphabetic';
  c.fillText(title, x + CHAPTER_PAD, y + CHAPTER_PAD + 18, w - 2 * CHAPTER_PAD);
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Container} frame
 * @param {number} scale
 */
function drawFrame(c, frame, scale) {
  const hit = claimHitBy(/** @type {Relation} */ (RELATIONS.get(frame.relation)));
  c.globalAlpha = STATE.marked
    ? relationPresence(frame.relation, [], hit)
    : Math.max(...frame.members.map(presence), STATE.chain ? 0 : presence(hit));
  c.beginPath();
  c.roundRect(frame.x, frame.y, frame.w, frame.h, frame.pill ? frame.h / 2 : 13);
  c.fillStyle = frame.pill ? INK.card : INK.tint;
  c.fill();
  c.globalAlpha *= RELATIONS.get(frame.relation)?.label === 'out' ? 0.5 : 1;
  c.strokeStyle = INK.support;
  c.lineWidth = 1.4;
  c.stroke();
  if (scale < 0.3) return;
  const far = scale < 0.62;
  c.fillStyle = INK.support;
  c.font = font(far ? (frame.pill ? 17 : 19) : 12.5, true);
  c.textAlign = 'center';
  c.textBaseline = 'alphabetic';
  const y = frame.pill ? frame.y + frame.h / 2 + (far ? 5.5 : 4) : frame.y + (far ? 19 : 16.5);
  c.fillText('only together', frame.x + frame.w / 2, y);
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Tie} tie
 * @param {number} scale
 */
function drawTie(c, tie, scale) {
  const other = RELATIONS.get(tie.second);
  const second = tie.same || !other ? tie.second : claimHitBy(other);
  c.globalAlpha = Math.min(presence(tie.first), presence(second));
  const touched = STATE.chosen !== null && (tie.first === STATE.chosen || second === STATE.chosen);
  if (tie.far && !touched) c.globalAlpha *= 0.6;
  c.strokeStyle = tie.same ? INK.mute : INK.support;
  c.lineWidth = tie.far && !touched ? 1.1 : 1.6;
  c.setLineDash(tie.same ? [1, 5] : []);
  c.lineCap = tie.same ? 'round' : 'butt';
  c.stroke(trackOf(tie.path));
  c.setLineDash([]);
  c.lineCap = 'butt';
  if (!tie.place || scale < 0.3) return;
  const [x, y] = tie.place;
  c.font = font(scale < 0.62 ? 17 : 12);
  const width = c.measureText('same claim').width + 10;
  c.fillStyle = INK.bg;
  c.fillRect(x - width / 2, y - 9, width, 18);
  c.fillStyle = INK.mute;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText('same claim', x, y);
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Arrow} arrow
 * @param {number} scale
 */
function drawArrow(c, arrow, scale) {
  const relation = /** @type {Relation} */ (RELATIONS.get(arrow.relation));
  const ink = arrow.kind === 'supports' ? INK.support : INK.attack;
  const touched = [STATE.chosen, STATE.hovered].some(
    (id) => id !== null && (arrow.premises.includes(id) || arrow.target === id),
  );
  c.globalAlpha = relationPresence(arrow.relation, arrow.premises, claimHitBy(relation));
  const quiet = !touched && isQuiet(relation);
  if (isFaded(arrow)) c.globalAlpha *= 0.42;
  else if (quiet) c.globalAlpha *= 0.6;
  c.strokeStyle = ink;
  c.fillStyle = ink;
  c.lineWidth =
    (isDisputed(arrow) ? 3.4 : 2.4) * (quiet ? 0.45 : arrow.own ? 0.7 : 1) + (touched ? 1.2 : 0);
  if (scale < 0.11) {
    c.beginPath();
    c.moveTo(arrow.path[0], arrow.path[1]);
    c.lineTo(arrow.path[arrow.path.length - 2], arrow.path[arrow.path.length - 1]);
    c.stroke();
    return;
  }
  c.setLineDash(LOOK.dashes[arrow.kind]);
  c.stroke(trackOf(arrow.path));
  c.setLineDash([]);
  const end = arrow.path.length;
  drawHead(c, arrow.kind, arrow.path[end - 2], arrow.path[end - 1], arrow.heading);
  if (arrow.both) {
    const back = [arrow.path[0] - arrow.path[2], arrow.path[1] - arrow.path[3]];
    const length = Math.hypot(back[0], back[1]) || 1;
    drawHead(c, arrow.kind, arrow.path[0], arrow.path[1], [back[0] / length, back[1] / length]);
  }
  if (scale > 0.2) drawDisc(c, arrow, ink, quiet ? 0.7 : 1);
}

/**
 * @type {Set<string>} what leads to another chapter, or was drawn by the mapper to another source
 */
const FAR_OFF = new Set(DATA.arrows.filter((one) => one.far).map((one) => one.relation));

/**
 * Whether a line stays in the background until one of its claims is chosen: it leads far off and
 * settles nothing.
 * @param {Relation} relation
 */
export function isQuiet(relation) {
  if (STATE.marked || STATE.view.focus || !FAR_OFF.has(relation.id)) return false;
  return relation.kind !== 'attacks' || relation.label !== 'in';
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Relation['kind']} kind
 * @param {number} x @param {number} y
 * @param {number[]} heading
 */
function drawHead(c, kind, x, y, [right, down]) {
  c.beginPath();
  if (kind === 'supports') {
    c.moveTo(x, y);
    c.lineTo(x - right * 12 - down * 7.5, y - down * 12 + right * 7.5);
    c.lineTo(x - right * 12 + down * 7.5, y - down * 12 - right * 7.5);
    c.fill();
    return;
  }
  c.moveTo(x - right * 3 - down * 11, y - down * 3 + right * 11);
  c.lineTo(x - right * 3 + down * 11, y - down * 3 - right * 11);
  c.lineWidth = 4.4;
  c.stroke();
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Arrow} arrow
 * @param {string} ink
 * @param {number} size
 */
function drawDisc(c, arrow, ink, size) {
  c.save();
  c.translate(arrow.disc[0], arrow.disc[1]);
  c.scale(size, size);
  c.beginPath();
  if (arrow.own) {
    c.moveTo(0, -11);
    c.lineTo(11, 0);
    c.lineTo(0, 11);
    c.lineTo(-11, 0);
    c.closePath();
  } else {
    c.arc(0, 0, 8.5, 0, 7);
  }
  c.fillStyle = arrow.own ? INK.card : ink;
  c.fill();
  c.lineWidth = 1.6;
  c.stroke();
  c.strokeStyle = arrow.own ? ink : INK.card;
  c.lineWidth = 2;
  c.lineCap = 'round';
  c.stroke(MARK_SHAPES[arrow.kind]);
  c.restore();
}
