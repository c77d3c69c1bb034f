/** The claims that a sheet shows: as many from the top down as fit, the disputed ones first. */

import { extentOfPicture } from '../draw/picture.js';
import { topsOf } from '../draw/view.js';
import { arrange, placesFor } from '../layout/arrange.js';
import {
  CHILDREN,
  childrenOf,
  DATA,
  grouped,
  inOrder,
  openWayTo,
  RELATIONS,
  RELATIONS_FROM,
} from '../state/data.js';
import { LOOK } from '../state/look.js';
import { findHiding, foldOnce, showPicture } from '../state/shown.js';
import { changes, isDisputed, MOST_CLASHES, opinionOn } from '../state/standing.js';

/** @typedef {Size} Room in points, for one picture */
/** @typedef {string[]} Group claims that come together: the premises of one step, or a top */

/** The scale at which the smallest letters of a picture on paper are printed at 9 points. */
const LEAST_SCALE = 9 / LOOK.afar.size;

const MOST_SCALE = LEAST_SCALE * 1.45;
const MOST_ON_SHEET = 150;

/** How many claims that a stance changes come before all others. */
const MOST_CHANGED = 12;

/** A claim and all that hangs below it. @param {string[]} tops */
export function allBelow(tops) {
  const all = new Set(tops);
  for (const id of all) for (const child of childrenOf(id)) all.add(child); // grows while it is read
  return all;
}

/** The scale at which the picture laid out now is as large as the room allows. @param {Room} room */
export function scaleIn({ width, height }) {
  const extent = extentOfPicture();
  return Math.min(MOST_SCALE, width / extent.width, height / extent.height);
}

/**
 * What a sheet may show: claims from the top down, in groups.
 * @typedef {{tops: string[], groups: Group[], room: Room, apart: boolean}} Choice
 */

/**
 * Whether so much can be printed with letters that are large enough.
 * @param {Set<string>} visible @param {Choice} choice
 */
function fits(visible, { tops, room, apart }) {
  foldOnce(visible); // linked premises with something folded away stand side by side
  const shown = tops.filter((id) => visible.has(id));
  const { width, height } = placesFor(visible, shown, room.width / room.height, apart, true);
  return width * LEAST_SCALE <= room.width && height * LEAST_SCALE <= room.height;
}

/** @param {Set<string>} visible @param {Choice} choice */
function layOut(visible, { tops, room, apart }) {
  foldOnce(visible);
  findHiding();
  const shown = tops.filter((id) => visible.has(id));
  showPicture(visible, arrange(visible, shown, room.width / room.height, apart, true));
}

/** Lay out what is shown on the screen, or as much of it as fits. @param {Set<string>} shown @param {Room} room */
export function layOutShown(shown, room) {
  const tops = topsOf(new Set(inOrder(shown)));
  layOutMost({ tops, groups: groupsBelow(tops, shown), room, apart: false });
}

/** Lay out an overview of the map: all of it, else what it concludes and what is disputed. @param {Room} room */
export function layOutMap(room) {
  const tops = [...new Set([...DATA.main, ...DATA.roots])];
  const groups = disputedFirst(groupsBelow(tops, null), tops.length);
  layOutMost({ tops, groups, room, apart: false });
}

/** Lay out a claim with what bears on it, and what is below that. @param {string} id @param {Room} room */
export function layOutBelow(id, room) {
  const groups = groupsBelow([id], null);
  const own = new Set(childrenOf(id));
  const first = groups.filter((ids) => ids.some((other) => other === id || own.has(other)));
  layOutMost({ tops: [id], groups: disputedFirst(groups, first.length), room, apart: false });
}

/**
 * Lay out all groups with their chapters if there is room for them, else as many as fit, one after
 * the other; one that does not fit makes way for smaller ones.
 * @param {Choice} choice
 */
function layOutMost(choice) {
  const all = new Set(choice.groups.flat());
  if (choice.groups.length < MOST_ON_SHEET)
    for (const apart of [true, false])
      if (fits(all, { ...choice, apart })) {
        layOut(all, { ...choice, apart });
        return;
      }
  const tops = new Set(choice.tops); // none shall be refused for another
  const ways = [fits(tops, choice) ? tops : new Set(choice.groups[0])];
  for (const group of choice.groups) {
    const more = new Set([...ways[0], ...group]);
    if (more.size === ways[0].size) continue;
    if (group.every((id) => isTied(id, more, choice.tops)) && fits(more, choice))
      ways.unshift(more);
  }
  for (const visible of ways) {
    layOut(visible, choice);
    if (scaleIn(choice.room) >= LEAST_SCALE) return; // lines may need more room than cards
  }
}

/**
 * Whether a claim is a top, or leads to something shown.
 * @param {string} id @param {Set<string>} visible @param {string[]} tops
 */
function isTied(id, visible, tops) {
  return (
    tops.includes(id) ||
    (RELATIONS_FROM.get(id) || []).some((relation) => isDrawn(relation, visible))
  );
}

/** Whether all is shown between which a line runs. @param {Relation} relation @param {Set<string>} visible */
function isDrawn(relation, visible) {
  const passed = new Set();
  let at = relation;
  while (at.premises.every((id) => visible.has(id)) && !passed.has(at)) {
    passed.add(at);
    const hit = RELATIONS.get(at.target);
    if (!hit) return visible.has(at.target);
    at = hit;
  }
  return false;
}

/**
 * The claims from the top down, those of one step together; each claim once. The claims of a level
 * take turns, so that each has some of its reasons before one has all.
 * @param {string[]} tops @param {?Set<string>} among
 */
function groupsBelow(tops, among) {
  const seen = new Set(tops);
  const groups = tops.map((id) => [id]);
  let level = tops;
  while (level.length && groups.length < MOST_ON_SHEET) {
    const steps = level.map((id) => [
      ...grouped(CHILDREN.get(id) || [], ([, relation]) => [relation]).values(),
    ]);
    level = [];
    for (let turn = 0; steps.some((all) => turn < all.length); turn += 1) {
      for (const all of steps) {
        const fresh = (all[turn] || [])
          .map(([child]) => child)
          .filter(
            (id, at, every) =>
              !seen.has(id) && (!among || among.has(id)) && every.indexOf(id) === at,
          );
        for (const id of fresh) seen.add(id);
        if (fresh.length) groups.push(fresh);
        level.push(...fresh);
      }
    }
  }
  return groups;
}

/**
 * The same, but that what the reader decided, what that changes and what is contested come right
 * after the first ones, with the way down to them and the objections: no sheet shall leave out what
 * the debate is about.
 * @param {Group[]} groups @param {number} most how many keep their place at the front
 */
function disputedFirst(groups, most) {
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group])));
  /** @type {Set<Group>} */
  const ordered = new Set(groups.slice(0, most));
  for (const id of disputed()) {
    const way = new Set([id]);
    openWayTo(id, way);
    const objections = DATA.arrows
      .filter((arrow) => isDisputed(arrow) && arrow.target === id)
      .flatMap(({ premises }) => premises);
    for (const other of [...[...way].reverse(), ...objections]) {
      const group = groupOf.get(other);
      if (group) ordered.add(group);
    }
  }
  return [...new Set([...ordered, ...groups])];
}

/** What the reader decided and what that changes, and what is contested or refuted. */
function disputed() {
  const changed = changes()?.changed;
  const decided = DATA.claims.filter((claim) => opinionOn(claim) || changed?.has(claim.id));
  const others = DATA.claims.filter(
    (claim) =>
      (claim.word === 'contested' || claim.reason === 'refuted') && !decided.includes(claim),
  );
  return [...decided.slice(0, MOST_CHANGED), ...others.slice(0, MOST_CLASHES)].map(({ id }) => id);
}
