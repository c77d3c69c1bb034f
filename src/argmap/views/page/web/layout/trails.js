/** Lines, frames and ties of a part of the map that was placed by `arrange`. */

import { sure } from '../engine/model.js';
import { CLAIMS, DATA, endOf, grouped, WHOLE } from '../state/data.js';
import { LOOK } from '../state/look.js';
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
  const frames = branches.filter(({ frame }) => frame);
  const containers = frames.map(({ box, frame, ids }) => container(frame || '', box, ids, false));
  const shown = DATA.claims.filter(({ id }) => visible.has(id));
  const starts = startsOf(visible, frames, home, containers, shown);
  const pills = containers.filter(({ pill }) => pill);
  const words = containers.filter(({ pill }) => !pill).map(wordsOf);
  const walls = [...shown, ...pills, ...words].map(boxOf);
  const track = trackLayer(places, walls, containers);
  const arrows = linesFrom(starts, track);
  // What was aimed at a step that is not drawn itself has no line, and so needs no pill.
  const isUsed = (/** @type {Container} */ { pill, relation }) =>
    !pill || arrows.some((arrow) => arrow.relation === relation);
  const joins = pills.filter(isUsed).flatMap((pill) => joinsOf(pill, track));
  const ties = [...joins, ...tiesAmong(visible, track)];
  return { containers: containers.filter(isUsed), arrows, ties };
}

/** The words in the upper right corner of a frame. @param {Container} frame @returns {Rectangle} */
function wordsOf({ w, x, y }) {
  const { corner, high, words } = LOOK.frame;
  return { x: x + w - corner - words, y: y + 4, w: words, h: high };
}

/**
 * A frame or a pill.
 * @param {string} relation @param {Box} box @param {string[]} members @param {boolean} pill
 * @returns {Container}
 */
function container(relation, { left, top, w, h }, members, pill) {
  return { relation, pill, x: left, y: top, w, h, members };
}

/**
 * The box at which each line starts. Pills for premises that stand apart join the containers.
 * @param {Set<string>} visible @param {Branch[]} frames @param {Map<string, Branch>} home
 * @param {Container[]} containers @param {Claim[]} shown
 * @returns {Map<string, {box: Box, stack: ?Stack}>}
 */
function startsOf(visible, frames, home, containers, shown) {
  const framed = new Map(frames.map((branch) => [branch.frame, branch]));
  const withBadges = shown.map((claim) => {
    const box = boxOf(claim);
    return SHOWN.folded.has(claim.id) ? { ...box, h: box.h + 22 } : box;
  });
  const starts = new Map();
  for (const { premises, relation, target } of WHOLE.arrows) {
    const present = premises.filter((id) => visible.has(id));
    const end = endOf(relation);
    if (!present.length || !visible.has(end)) continue;
    const frame = framed.get(relation);
    const isWhole = present.length === premises.length;
    if (frame) starts.set(relation, { box: frame.box, stack: frame.stack });
    else if (premises.length === 1) {
      const alone = claimWith(present[0]);
      starts.set(relation, { box: boxOf(alone), stack: stackOf(home, alone, end) });
    } else if (isWhole || present.some((id) => hangsFrom(home, id, end))) {
      const ports = CLAIMS.has(target) ? [] : [portsOf(end)];
      const taken = [...withBadges, ...ports, ...containers.map(boxOf)];
      const cards = present.map((id) => boxOf(claimWith(id)));
      const box = pillFor(cards, boxOf(claimWith(end)), taken);
      containers.push(container(relation, box, present, true));
      starts.set(relation, { box, stack: null });
    }
  }
  return starts;
}

/** @param {string} id @returns {Claim} */
function claimWith(id) {
  return sure(CLAIMS, id);
}

/**
 * The quiet lines from premises to the pill where they meet.
 * @param {Container} pill @param {Tracker} track @returns {Tie[]}
 */
function joinsOf(pill, track) {
  const box = boxOf(pill);
  return pill.members.map((id) => {
    const from = boxOf(claimWith(id));
    const far = isElsewhere(id, endOf(pill.relation));
    const { path } = track(from, box, wayBetween(from, box), far);
    return { first: id, second: pill.relation, path, same: false, place: null, far };
  });
}

/**
 * The ties between claims that say the same.
 * @param {Set<string>} visible @param {Tracker} track @returns {Tie[]}
 */
function tiesAmong(visible, track) {
  const shown = DATA.ties.filter(
    ({ first, same, second }) => same && visible.has(first) && visible.has(second),
  );
  return shown.map((tie) => {
    const [from, to] = [tie.first, tie.second].map((id) => boxOf(claimWith(id)));
    const { path, disc } = track(from, to, wayBetween(from, to));
    return { ...tie, path, place: disc };
  });
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
 * @param {Tracker} track
 * @returns {Arrow[]}
 */
function linesFrom(starts, track) {
  /** @type {Map<string, [number, number]>} */
  const discs = new Map();
  const ports = portsFor(starts);
  /** @type {Arrow[]} */
  const made = [];
  let waiting = WHOLE.arrows.filter((arrow) => starts.has(arrow.relation));
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
        const direct = stack
          ? laneTo(box, boxOf(target), stack, ports.get(arrow.relation))
          : wayBetween(box, boxOf(target), ports.get(arrow.relation));
        way = stack ? direct : track(box, boxOf(target), direct, far);
      } else if (disc)
        way = track(
          box,
          { left: disc[0] - 11, top: disc[1] - 11, w: 22, h: 22 },
          wayToPoint(box, disc),
          far,
        );
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
  return made.sort(
    (a, b) =>
      WHOLE.arrows.findIndex((arrow) => arrow.relation === a.relation) -
      WHOLE.arrows.findIndex((arrow) => arrow.relation === b.relation),
  );
}

/**
 * Where each line from below ends on its target's lower side, from left to right as they come.
 * @param {Map<string, {box: Box}>} starts
 * @returns {Map<string, number>}
 */
function portsFor(starts) {
  const ports = new Map();
  const below = WHOLE.arrows.filter((arrow) => {
    const target = CLAIMS.get(arrow.target);
    const from = starts.get(arrow.relation);
    return target && from && from.box.top > target.y + target.h;
  });
  for (const [id, all] of grouped(
    below.map((arrow) => ({ ...arrow })),
    (arrow) => [arrow.target],
  )) {
    const target = /** @type {Claim} */ (CLAIMS.get(id));
    const middle = (/** @type {Arrow} */ arrow) => {
      const { box } = sure(starts, arrow.relation);
      return box.left + box.w / 2;
    };
    all.sort((a, b) => middle(a) - middle(b));
    const beside = SHOWN.folded.has(id) ? BADGE : 0;
    const gap = Math.min(30, (target.w - 2 * beside) / (all.length + 1));
    all.forEach((arrow, at) => {
      const off = (at - (all.length - 1) / 2) * gap;
      ports.set(arrow.relation, target.x + target.w / 2 + off + (off < 0 ? -beside : beside));
    });
  }
  return ports;
}
