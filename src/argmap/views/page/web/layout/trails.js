/** Lines, frames and ties of a part of the map that was placed by `arrange`. */

import { sure } from '../engine/model.js';
import { CLAIMS, DATA, RELATIONS, claimHitBy, endOf, grouped } from '../state/data.js';
import { SHOWN } from '../state/shown.js';
import { boxOf } from './boxes.js';
import { laneTo, wayBetween, wayToPoint } from './curves.js';
import { isElsewhere } from './sections.js';
import { pillFor, portsOf, trackLayer } from './tracks.js';

/** Half the width of "+n" on the lower border of a card, where no line can end. */
const BADGE = 36;

/**
 * Frames, lines and ties among the visible claims.
 * @param {Set<string>} visible
 * @param {Branch[]} branches
 * @param {Map<string, Branch>} home
 * @param {Places} places
 * @returns {{containers: Container[], arrows: Arrow[], ties: Tie[]}}
 */
export function trailsOf(visible, branches, home, places) {
  const containers = branches.filter((one) => one.frame).map((one) => ({
    relation: /** @type {string} */ (one.frame),
    pill: false,
    x: one.box.left,
    y: one.box.top,
    w: one.box.w,
    h: one.box.h,
    members: one.ids,
  }));
  const shown = DATA.claims.filter((one) => visible.has(one.id));
  const cards = shown.map(boxOf);
  const withBadges = cards.map((one, at) => (SHOWN.folded.has(shown[at].id) ? { ...one, h: one.h + 22 } : one));
  const framed = new Map(branches.filter((one) => one.frame).map((one) => [one.frame, one]));
  /** @type {Tie[]} */
  const ties = [];
  /** @type {[string, string, Box][]} */
  const pilled = [];
  const starts = new Map();
  for (const arrow of DATA.arrows) {
    const seenPremises = arrow.premises.filter((id) => visible.has(id));
    const end = claimHitBy(/** @type {Relation} */ (RELATIONS.get(arrow.relation)));
    if (!seenPremises.length || !visible.has(end)) continue;
    const frame = framed.get(arrow.relation);
    const alone = /** @type {Claim} */ (CLAIMS.get(seenPremises[0]));
    if (frame) starts.set(arrow.relation, { box: frame.box, stack: frame.stack });
    else if (arrow.premises.length === 1) starts.set(arrow.relation, { box: boxOf(alone), stack: stackOf(home, alone, end) });
    else if (seenPremises.length === arrow.premises.length || seenPremises.some((id) => hangsFrom(home, id, end))) {
      const box = pillFor(seenPremises.map((id) => boxOf(/** @type {Claim} */ (CLAIMS.get(id)))), boxOf(/** @type {Claim} */ (CLAIMS.get(end))), [...withBadges, ...(CLAIMS.has(arrow.target) ? [] : [portsOf(end)]), ...containers.map((one) => ({ left: one.x, top: one.y, w: one.w, h: one.h }))]);
      containers.push({ relation: arrow.relation, pill: true, x: box.left, y: box.top, w: box.w, h: box.h, members: seenPremises });
      for (const id of seenPremises) pilled.push([id, arrow.relation, box]);
      starts.set(arrow.relation, { box, stack: null });
    }
  }
  const pills = containers.filter((one) => one.pill).map((one) => ({ left: one.x, top: one.y, w: one.w, h: one.h }));
  const track = trackLayer(places, [...cards, ...pills], containers);
  const arrows = linesFrom(starts, track);
  for (const [id, relation, box] of pilled) {
    const from = boxOf(/** @type {Claim} */ (CLAIMS.get(id)));
    const far = isElsewhere(id, endOf(relation));
    const { path } = track(from, box, wayBetween(from, box), far);
    ties.push({ first: id, second: relation, path, same: false, place: null, far });
  }
  for (const tie of DATA.ties) {
    if (!tie.same || !visible.has(tie.first) || !visible.has(tie.second)) continue;
    const [a, b] = [tie.first, tie.second].map((id) => boxOf(/** @type {Claim} */ (CLAIMS.get(id))));
    const { path, disc } = track(a, b, wayBetween(a, b));
    ties.push({ ...tie, path, place: disc });
  }
  return { containers, arrows, ties };
}

/**
 * Where a claim stands in a stack of leaves, if the line leads to what the stack hangs from.
 * @param {Map<string, Branch>} home @param {Claim} claim @param {string} end
 */
function stackOf(home, claim, end) {
  const at = home.get(claim.id);
  return at && !at.frame && hangsFrom(home, claim.id, end) ? at.stack : null;
}

/**
 * Whether a claim stands directly below another one. Of a step with premises that are folded away
 * only this much is drawn: from afar it would be a line out of nowhere.
 * @param {Map<string, Branch>} home @param {string} id @param {string} end
 */
function hangsFrom(home, id, end) {
  const at = home.get(id);
  return at !== undefined && Boolean(home.get(end)?.below.includes(at));
}

/**
 * All lines; undercuts last, as they end on another line.
 * @param {Map<string, {box: Box, stack: ?Stack}>} starts
 * @param {(from: Box, to: Box, direct: Way, far?: boolean) => Way} track
 * @returns {Arrow[]}
 */
function linesFrom(starts, track) {
  /** @type {Map<string, [number, number]>} */
  const discs = new Map();
  const ports = portsFor(starts);
  const made = [];
  let waiting = DATA.arrows.filter((one) => starts.has(one.relation));
  while (waiting.length) {
    const later = [];
    for (const arrow of waiting) {
      const { box, stack } = sure(starts, arrow.relation);
      const far = arrow.premises.every((id) => isElsewhere(id, endOf(arrow.relation)));
      const target = CLAIMS.get(arrow.target);
      const disc = discs.get(arrow.target);
      /** @type {?{path: number[], disc: [number, number], heading: [number, number]}} */
      let way = null;
      if (target) {
        const direct = stack ? laneTo(box, stack, ports.get(arrow.relation)) : wayBetween(box, boxOf(target), ports.get(arrow.relation));
        way = stack ? direct : track(box, boxOf(target), direct, far);
      } else if (disc) way = track(box, { left: disc[0] - 11, top: disc[1] - 11, w: 22, h: 22 }, wayToPoint(box, disc), far);
      if (!way) {
        later.push(arrow);
        continue;
      }
      discs.set(arrow.relation, way.disc);
      made.push({ ...arrow, ...way });
    }
    if (later.length === waiting.length) break; // undercuts that only go round
    waiting = later;
  }
  return made.sort((a, b) => DATA.arrows.findIndex((one) => one.relation === a.relation) - DATA.arrows.findIndex((one) => one.relation === b.relation));
}

/**
 * Where each line from below ends on its target's lower side, from left to right as they come.
 * @param {Map<string, {box: Box}>} starts
 * @returns {Map<string, number>}
 */
function portsFor(starts) {
  const found = new Map();
  const below = DATA.arrows.filter((one) => {
    const target = CLAIMS.get(one.target);
    const from = starts.get(one.relation);
    return target && from && from.box.top > target.y + target.h;
  });
  for (const [id, all] of grouped(below.map((one) => ({ ...one })), (one) => [one.target])) {
    const target = /** @type {Claim} */ (CLAIMS.get(id));
    const middle = (/** @type {Arrow} */ one) => {
      const { box } = sure(starts, one.relation);
      return box.left + box.w / 2;
    };
    all.sort((a, b) => middle(a) - middle(b));
    const beside = SHOWN.folded.has(id) ? BADGE : 0;
    const gap = Math.min(30, (target.w - 2 * beside) / (all.length + 1));
    all.forEach((one, at) => {
      const off = (at - (all.length - 1) / 2) * gap;
      found.set(one.relation, target.x + target.w / 2 + off + (off < 0 ? -beside : beside));
    });
  }
  return found;
}
