/** Parts of a slide: the steps between its claims, its rows, its cards, and its steps in words. */

import { statusOf } from '../engine/status.js';
import { CLAIMS, DATA, endOf, grouped, RELATIONS, RELATIONS_FROM, SOURCES } from '../state/data.js';
import { toneOf } from '../state/standing.js';
import { element, prose } from '../words/dom.js';
import { relationMark, statusSign } from '../words/elements.js';

/** @typedef {{ids: string[], frame: ?string}} Unit a card, or the cards in a frame */

/**
 * What leads from a shown claim to one, or to a step that does; each after what it aims at.
 * @param {string[]} ids
 */
export function slideSteps(ids) {
  const there = new Set(ids);
  let rest = DATA.arrows
    .map((arrow) => ({
      ...arrow,
      all: arrow.premises.length,
      premises: arrow.premises.filter((id) => ids.includes(id)),
    }))
    .filter((arrow) => arrow.premises.length);
  /** @type {SlideStep[]} */
  const ordered = [];
  for (let next = rest; next.length; ) {
    next = rest.filter((step) => there.has(step.target));
    rest = rest.filter((step) => !there.has(step.target));
    for (const step of next) there.add(step.relation);
    ordered.push(...next);
  }
  return ordered;
}

/**
 * The shown claims in levels: each below what it speaks for or against.
 * @param {string[]} ids
 * @param {SlideStep[]} steps
 */
export function levelsOf(ids, steps) {
  const from = grouped(steps, (step) => step.premises);
  const level = new Map();
  const of = (/** @type {string} */ id, /** @type {Set<string>} */ passed) => {
    if (level.has(id) || passed.has(id)) return level.get(id) || 0;
    const ups = (from.get(id) || [])
      .map((step) => endOf(step.relation))
      .filter((hit) => hit !== id);
    const depth = Math.max(-1, ...ups.map((up) => of(up, new Set([...passed, id])))) + 1;
    level.set(id, depth);
    return depth;
  };
  /** @type {string[][]} */
  const levels = [];
  for (const id of ids) {
    const row = of(id, new Set());
    levels[row] = [...(levels[row] || []), id];
  }
  return levels.filter(Boolean);
}

/**
 * A level as cards and frames: premises that count only together stand in one.
 * @param {string[]} ids
 */
function unitsOf(ids) {
  const free = new Set(ids);
  /** @type {Unit[]} */
  const units = [];
  for (const id of ids) {
    if (!free.has(id)) continue;
    const linked = (RELATIONS_FROM.get(id) || []).find(
      (relation) =>
        relation.premises.length > 1 && relation.premises.every((other) => free.has(other)),
    );
    const members = linked ? ids.filter((other) => linked.premises.includes(other)) : [id];
    for (const other of members) free.delete(other);
    units.push({ ids: members, frame: linked ? linked.id : null });
  }
  return units;
}

/**
 * The levels cut into rows of hardly more cards than `most`, each claim near below what it leads to.
 * @param {string[][]} levels @param {SlideStep[]} steps @param {number} most
 */
export function slideRows(levels, steps, most) {
  const from = grouped(steps, (step) => step.premises);
  /** @type {Map<string, number>} how far right of the middle, in cards */
  const place = new Map();
  /** @type {Unit[][]} */
  const rows = [];
  for (const level of levels) {
    const each = Math.ceil(level.length / Math.ceil(level.length / most));
    const wanted = (/** @type {Unit} */ unit) => {
      const over = unit.ids
        .flatMap((id) => from.get(id) || [])
        .map((step) => place.get(endOf(step.relation)) ?? 0);
      return over.reduce((sum, offset) => sum + offset, 0) / (over.length || 1);
    };
    const units = unitsOf(level)
      .map((unit) => ({ ...unit, wanted: wanted(unit) }))
      .sort((a, b) => a.wanted - b.wanted);
    /** @type {Unit[][]} */
    const cut = [[]];
    for (const unit of units) {
      const row = cut[cut.length - 1];
      if (row.length && row.flatMap(({ ids }) => ids).length + unit.ids.length > each)
        cut.push([unit]);
      else row.push(unit);
    }
    for (const row of cut) {
      const all = row.flatMap(({ ids }) => ids);
      all.forEach((id, at) => {
        place.set(id, at - (all.length - 1) / 2);
      });
    }
    rows.push(...cut);
  }
  return rows;
}

/** @param {Unit[]} units @param {SlideStep[]} steps @param {Labelling} now @param {boolean} bare */
export function slideRow(units, steps, now, bare) {
  const row = element('div', 'level');
  for (const { ids, frame } of units) {
    const cards = ids.map((id) => slideCard(id, steps, frame, now, bare));
    if (!frame) row.append(...cards);
    else {
      const own = steps.filter((step) => step.relation === frame);
      const made = element(
        'div',
        'slide-frame',
        element('span', 'together-label', 'only together'),
        ...cards,
        stepsTold(own, '', now, bare),
      );
      made.dataset.frame = frame;
      row.append(made);
    }
  }
  return row;
}

/**
 * @param {string} id @param {SlideStep[]} steps @param {?string} frame the step that its frame tells
 * @param {Labelling} now @param {boolean} bare
 */
function slideCard(id, steps, frame, now, bare) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const as = { ...claim, ...statusOf(now, id) };
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  const isHidden = bare && toneOf(as) !== 'yours'; // what the slide rejects is no verdict
  const status = isHidden
    ? ''
    : element(
        'span',
        `word ${toneOf(as)}`,
        statusSign(as),
        toneOf(as) === 'yours' ? as.reason : as.word,
      );
  const isAlone =
    steps.length > 0 && !steps.some((step) => step.target === id || step.premises.includes(id));
  const made = element(
    'div',
    `slide-card ${source ? `band${source.band}` : ''} ${isHidden ? '' : toneOf(as)}`,
    prose('p', 'name', claim.name),
    element(
      'p',
      'foot',
      element('span', '', element('b', 'number', claim.number), ' ', claim.cited),
      isAlone ? element('span', '', 'no direct step here') : '',
      status,
    ),
    stepsTold(
      steps.filter((step) => step.relation !== frame),
      id,
      now,
      bare,
    ),
  );
  made.dataset.card = id;
  return made;
}

/**
 * What the lines that start at a card or a frame say, in words: to be read where no line is drawn.
 * @param {SlideStep[]} steps @param {string} id the card, '' for a frame
 * @param {Labelling} now @param {boolean} bare
 */
function stepsTold(steps, id, now, bare) {
  const rows = [];
  for (const step of steps) {
    const isBack = step.both && step.target === id;
    if (id && !isBack && !step.premises.includes(id)) continue;
    const others = step.premises
      .filter((other) => other !== id)
      .map((other) => CLAIMS.get(other)?.number);
    if (step.premises.length < step.all)
      others.push(`${(step.all - step.premises.length).toLocaleString('en')} more`);
    const together = id && !isBack && others.length ? `with ${others.join(' and ')}, ` : '';
    const fails =
      !bare && now.relations.get(step.relation) === 'out' ? ' (does not go through)' : '';
    rows.push(
      element('li', '', relationMark(step.kind), ' ', together, ...aimTold(step, isBack), fails),
    );
  }
  return rows.length ? element('ul', 'slide-steps', ...rows) : null;
}

/**
 * @param {SlideStep} line
 * @param {boolean} isBack of a contradiction, whether it is told from its other side
 */
function aimTold(line, isBack) {
  if (line.kind === 'undercuts') {
    const step = /** @type {Relation} */ (RELATIONS.get(line.target));
    const what = step.kind === 'supports' ? 'the step' : 'the objection';
    const aim = step.kind === 'undercuts' ? '' : ` to ${CLAIMS.get(step.target)?.number}`;
    return [
      `blocks ${what} from ${step.premises.map((id) => CLAIMS.get(id)?.number).join(' and ')}${aim}`,
    ];
  }
  const claim = /** @type {Claim} */ (CLAIMS.get(isBack ? line.premises[0] : line.target));
  return [
    line.kind === 'supports' ? 'supports ' : 'attacks ',
    element('b', '', claim.number),
    ' ',
    prose('span', '', claim.name),
  ];
}
