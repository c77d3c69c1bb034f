/** Lines of the relations under the cards, with frames and quiet ties. */

import { CHAPTER_PAD } from '../layout/measures.js';
import { claimHitBy, RELATIONS } from '../state/data.js';
import { LOOK } from '../state/look.js';
import { SHOWN } from '../state/shown.js';
import { isDisputed, isFaded } from '../state/standing.js';
import { STATE } from '../state/store.js';
import { isFarOff, isInHand, isStub, relationsInHand } from './far.js';
import { fittingTitle } from './fitting.js';
import { captionSize, NAME, presence, SPOT, WORDS } from './pens.js';

/** The scale from which the way of a line around cards can be made out. */
const LEAST_TRACED = 0.1;

/** How much wider a line is that belongs to the claim in hand. */
const TOUCHED = 1.2;

/** The ends of lines around their point: a triangle, a bar. */
const { back, bar, diamond, head, wing } = LOOK.line;
const TRIANGLE = `M0 0L-${head} ${wing}L-${head}-${wing}z`;
const BAR = `M-${back} ${bar}L-${back}-${bar}`;
const DIAMOND = `M0-${diamond} ${diamond} 0 0 ${diamond}-${diamond} 0z`;

/** The ground behind the words on a line. */
const TIE_WORDS = { height: 18, around: 10 };

/**
 * How strongly a relation is drawn.
 * @param {string} id @param {string[]} premises @param {string} hit
 */
function relationPresence(id, premises, hit) {
  if (STATE.marked) return STATE.marked.relations.has(id) ? 1 : 0.1;
  const kinds = STATE.filters.get('relation');
  if (kinds?.size && !kinds.has(RELATIONS.get(id)?.kind || '')) return 0.05;
  return Math.min(Math.max(...premises.map(presence)), presence(hit)) < 1 ? LOOK.faded.line : 1;
}

/**
 * All that lies under the cards; disputed lines above all others.
 * @param {Surface} s @param {number} level
 * @param {(area: Rectangle) => boolean} isSeen @param {(arrow: Arrow) => boolean} isLineSeen
 */
export function paintGround(s, level, isSeen, isLineSeen) {
  const { arrows, chapters, containers, ties } = SHOWN.picture;
  for (const chapter of chapters) if (isSeen(chapter)) paintChapter(s, chapter, level);
  for (const frame of containers) if (isSeen(frame)) paintFrame(s, frame, level);
  for (const tie of ties) paintTie(s, tie, level);
  const inHand = s.isScreen ? relationsInHand() : new Set();
  const isDrawn = (/** @type {Arrow} */ arrow) => !isStub(arrow) || inHand.has(arrow.relation);
  const drawn = arrows.filter((arrow) => isLineSeen(arrow) && isDrawn(arrow));
  for (const arrow of drawn) if (!isDisputed(arrow)) paintArrow(s, arrow, level);
  for (const arrow of drawn) if (isDisputed(arrow)) paintArrow(s, arrow, level);
}

/** @param {Surface} s @param {Chapter} chapter @param {number} level */
export function paintChapter(s, chapter, level) {
  const { x, y, w, title } = chapter;
  const { corner, size: near } = LOOK.chapter;
  s.group(() => {
    s.box(chapter, corner, { fill: s.ink.chapter });
    if (level === SPOT) return;
    const size = captionSize(s, near * (level < WORDS ? LOOK.afar.title : 1));
    const words = fittingTitle(s, title, w - 2 * CHAPTER_PAD, { size, bold: true });
    const letters = { size, bold: true, fill: s.ink.mute };
    s.text(words, x + CHAPTER_PAD, y + CHAPTER_PAD + near * 0.8, letters);
  });
}

/**
 * A frame or a pill around premises that count only together.
 * @param {Surface} s @param {Container} frame @param {number} level
 */
export function paintFrame(s, frame, level) {
  const { h, members, pill, relation, w, x, y } = frame;
  const hit = claimHitBy(/** @type {Relation} */ (RELATIONS.get(relation)));
  const nearby = Math.max(...members.map(presence), STATE.chain ? 0 : presence(hit));
  const strength = STATE.marked ? relationPresence(relation, [], hit) : nearby;
  const isFallen = RELATIONS.get(relation)?.label === 'out';
  const { base, border, corner, fallen } = LOOK.frame;
  const opacity = (s.isScreen ? strength : 1) * (isFallen ? fallen : 1);
  s.group(
    () => {
      const fill = pill ? s.ink.card : s.ink.tint;
      s.box(frame, pill ? h / 2 : corner, { fill, stroke: s.ink.support, width: border });
      if (level < NAME) return;
      const isFar = level < WORDS;
      const size = isFar ? LOOK.afar.size : LOOK.small[0];
      const letters = { size, bold: true, fill: s.ink.support };
      if (pill) {
        const words = isFar ? 'together' : 'only together';
        s.text(words, x + w / 2, y + h / 2 + size * 0.32, { ...letters, anchor: 'middle' });
      } else {
        const [right, down] = [x + w - corner, y + base + (isFar ? 2.5 : 0)];
        s.text('only together', right, down, { ...letters, anchor: 'end' });
      }
    },
    { opacity },
  );
}

/**
 * A quiet line: to a pill, or between claims that say the same.
 * @param {Surface} s
 * @param {Tie} tie
 * @param {number} level
 */
export function paintTie(s, tie, level) {
  const other = RELATIONS.get(tie.second);
  const second = tie.same || !other ? tie.second : claimHitBy(other);
  const isTouched = s.isScreen && isInHand([tie.first, second]);
  if (isFarOff(tie) && !isTouched) return;
  const opacity = s.isScreen ? Math.min(presence(tie.first), presence(second)) : 1;
  const width = LOOK.line.tie + (isTouched ? TOUCHED / 2 : 0);
  const style = tie.same
    ? { stroke: s.ink.mute, dashes: [1, 5], round: true }
    : { stroke: s.ink.support };
  s.line(tie.path, { ...style, width, opacity });
  if (!tie.place || level < NAME) return;
  const [x, y] = tie.place;
  const size = level < WORDS ? LOOK.afar.size : LOOK.small[0];
  const w = s.measure('same claim', size) + TIE_WORDS.around;
  const area = { x: x - w / 2, y: y - TIE_WORDS.height / 2, w, h: TIE_WORDS.height };
  s.box(area, 0, { fill: s.ground, opacity });
  s.group(
    () => s.text('same claim', x, y + size * 0.34, { size, fill: s.ink.mute, anchor: 'middle' }),
    { opacity },
  );
}

/**
 * The line of a relation, with its end and its sign.
 * @param {Surface} s @param {Arrow} arrow @param {number} level
 * @param {number} [strength] how strongly it is drawn, if not by how it counts
 */
export function paintArrow(s, arrow, level, strength) {
  const { heading, kind, own, path, premises, target } = arrow;
  const relation = /** @type {Relation} */ (RELATIONS.get(arrow.relation));
  const isTouched = s.isScreen && isInHand([...premises, target]);
  const { disputed, fallen, lost, own: ownWidth, plain } = LOOK.line;
  const counts = isFaded(arrow) ? fallen : 1;
  const present = s.isScreen ? relationPresence(relation.id, premises, claimHitBy(relation)) : 1;
  const part = isFaded(arrow) ? lost : own ? ownWidth : 1;
  const width = (isDisputed(arrow) ? disputed : plain * part) + (isTouched ? TOUCHED : 0);
  const stroke = kind === 'supports' ? s.ink.support : s.ink.attack;
  s.group(
    () => {
      const [x, y] = path.slice(-2);
      if (level === SPOT && s.scale < LEAST_TRACED) {
        s.strokes([[path[0], path[1], x, y]], { stroke, width });
        return;
      }
      if (level === SPOT) {
        s.line(path, { stroke, width });
        return;
      }
      s.line(path, { stroke, width, dashes: LOOK.dashes[kind] });
      paintEnd(s, kind, { x, y, heading }, stroke);
      if (arrow.both) paintEnd(s, kind, startOf(path), stroke);
      paintMark(s, arrow, stroke, isDisputed(arrow) ? LOOK.line.large : 1);
    },
    { opacity: strength ?? counts * present },
  );
}

/** The start of a line, as an end that points outwards. @param {number[]} path @returns {Put} */
function startOf([x, y, nextX, nextY]) {
  const length = Math.hypot(x - nextX, y - nextY) || 1;
  return { x, y, heading: [(x - nextX) / length, (y - nextY) / length] };
}

/** @param {Surface} s @param {Kind} kind @param {Put} put @param {string} ink */
export function paintEnd(s, kind, put, ink) {
  if (kind === 'supports') s.shape(TRIANGLE, { fill: ink }, put);
  else s.shape(BAR, { stroke: ink, width: LOOK.line.thick }, put);
}

/**
 * The sign of a relation on its line: a diamond if the step is the mapper's own.
 * @param {Surface} s @param {{disc: Point, kind: Kind, own: boolean}} arrow @param {string} ink
 * @param {number} size
 */
export function paintMark(s, { disc: [x, y], kind, own }, ink, size) {
  const { border, disc, mark } = LOOK.line;
  const [fill, stroke] = own ? [s.ink.card, ink] : [ink, s.ink.card];
  if (own) s.shape(DIAMOND, { fill, stroke: ink, width: border }, { x, y, size });
  else s.disc(x, y, disc * size, { fill, stroke: ink, width: border * size });
  s.shape(LOOK.marks[kind], { stroke, width: mark, round: true }, { x, y, size });
}
