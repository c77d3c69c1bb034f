/** The lines of a part of the map that was placed by `arrange`. */

/** Half the width of "+n" on the lower border of a card, where no line can end. */
const BADGE = 36;

/** @param {Claim} claim @returns {Box} */
function boxOf(claim) {
  return { left: claim.x, top: claim.y, w: claim.w, h: claim.h };
}

/**
 * Frames, lines and ties among the visible claims.
 * @param {Set<string>} visible
 * @param {Branch[]} branches
 * @param {Map<string, Branch>} home
 * @param {Places} places
 * @returns {{containers: Container[], arrows: Arrow[], ties: Tie[]}}
 */
function trailsOf(visible, branches, home, places) {
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
  const withBadges = cards.map((one, at) => (FOLDED.has(shown[at].id) ? { ...one, h: one.h + 22 } : one));
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

/** @typedef {{path: number[], disc: [number, number], heading: [number, number]}} Way */

/**
 * What keeps lines off cards: of a line that would cross one, a way around it.
 * @param {Places} places @param {Box[]} walls @param {Container[]} containers
 * @returns {(from: Box, to: Box, direct: Way, far?: boolean) => Way}
 */
function trackLayer(places, walls, containers) {
  const boxes = containers.filter((one) => !one.pill).map((one) => ({ left: one.x, top: one.y, w: one.w, h: one.h }));
  const heads = places.chapters.map((one) => ({ left: one.x, top: one.y, w: one.w, h: CHAPTER_PAD + headOf(one.title) }));
  const grid = gridOver(places, walls, [...boxes, ...heads]);
  return (from, to, direct, far = false) => {
    const others = walls.filter((one) => !overlap(one, from, -1) && !overlap(one, to, -1));
    const points = pointsOn(direct.path);
    const isFree = !(far && places.chapters.length) && !others.some((one) => points.some((point) => isInside(point, one, 5)));
    const way = isFree || !grid || grid.ways >= MOST_WAYS ? direct : wayAround(grid, from, to);
    if (grid) keepOff(grid, way.path);
    return way;
  };
}

/** Whether two boxes come nearer to each other than this. @param {Box} a @param {Box} b @param {number} gap */
function overlap(a, b, gap) {
  return a.left - gap < b.left + b.w && b.left - gap < a.left + a.w && a.top - gap < b.top + b.h && b.top - gap < a.top + a.h;
}

/** The claim that a relation bears on. @param {string} relation */
function endOf(relation) {
  return claimHitBy(/** @type {Relation} */ (RELATIONS.get(relation)));
}

/** Where the lines to a claim end, on which undercuts aim. @param {string} id @returns {Box} */
function portsOf(id) {
  const { x, y, w, h } = /** @type {Claim} */ (CLAIMS.get(id));
  return { left: x, top: y + h, w, h: 56 };
}

/**
 * The pill where premises meet that stand apart: near all of them, and near the claim to which they
 * lead, where nothing else stands.
 * @param {Box[]} cards @param {Box} target @param {Box[]} taken @param {number} [w] its width
 */
function pillFor(cards, target, taken, w = 112) {
  const x = cards.reduce((sum, one) => sum + one.left + one.w / 2, target.left + target.w / 2) / (cards.length + 1);
  const below = cards.filter((one) => one.top > target.top + target.h).length * 2 >= cards.length;
  const y = below ? target.top + target.h + 34 : Math.max(6, target.top - 60);
  const wanted = { left: x - w / 2, top: y, w, h: 26 };
  const free = (/** @type {Box} */ box) => box.left > 0 && box.top > 0 && !taken.some((one) => overlap(one, box, 14));
  for (let away = 0; away < 40; away += 1) {
    for (const [right, down] of [[0, away], [away, 0], [-away, 0], [away, away], [-away, away], [0, -away]]) {
      const box = { ...wanted, left: wanted.left + right * 20, top: wanted.top + down * 12 };
      if (free(box)) return box;
    }
  }
  return wanted;
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
    const beside = FOLDED.has(id) ? BADGE : 0;
    const gap = Math.min(30, (target.w - 2 * beside) / (all.length + 1));
    all.forEach((one, at) => {
      const off = (at - (all.length - 1) / 2) * gap;
      found.set(one.relation, target.x + target.w / 2 + off + (off < 0 ? -beside : beside));
    });
  }
  return found;
}

/**
 * From a card low in a stack, up beside the stack.
 * @param {Box} from @param {Stack} stack @param {number|undefined} port
 */
function laneTo(from, stack, port = from.left) {
  const { lane } = stack;
  const y = from.top + from.h / 2;
  const [up, end] = [stack.top - 14, stack.top - ROW_GAP];
  const path = [
    from.left, y, lane, y, lane, y, lane, y - 12,
    lane, y - 12, lane, up, lane, up,
    lane, up - 34, port, end + 40, port, end,
  ];
  return { path, disc: /** @type {[number, number]} */ ([lane, y - 26]), heading: /** @type {[number, number]} */ ([0, -1]) };
}

/**
 * From one box to another, by the sides that face each other.
 * @param {Box} from @param {Box} to @param {number} [port]
 */
function wayBetween(from, to, port) {
  const [a, b] = [{ x: from.left + from.w / 2, y: from.top }, { x: port ?? to.left + to.w / 2, y: to.top + to.h }];
  let out = [0, -1];
  if (from.top > to.top + to.h) {
    // upwards, as planned
  } else if (from.top + from.h < to.top) {
    [a.y, b.y, out] = [from.top + from.h, to.top, [0, 1]];
    b.x = to.left + to.w / 2;
  } else {
    const right = from.left < to.left;
    [a.x, b.x] = right ? [from.left + from.w, to.left] : [from.left, to.left + to.w];
    [a.y, b.y, out] = [from.top + from.h / 2, to.top + to.h / 2, right ? [1, 0] : [-1, 0]];
  }
  const pull = Math.max(30, (Math.abs(b.x - a.x) * Math.abs(out[0]) + Math.abs(b.y - a.y) * Math.abs(out[1])) * 0.45);
  const path = [a.x, a.y, a.x + out[0] * pull, a.y + out[1] * pull, b.x - out[0] * pull, b.y - out[1] * pull, b.x, b.y];
  return { path, disc: alongCurve(path, 0.45), heading: /** @type {[number, number]} */ (out) };
}

/** @param {Box} from @param {[number, number]} to */
function wayToPoint(from, to) {
  const x = Math.min(Math.max(to[0], from.left + 12), from.left + from.w - 12);
  const isBelow = from.top > to[1];
  const a = [x, isBelow ? from.top : from.top + from.h];
  if (from.top <= to[1] && to[1] <= from.top + from.h) [a[0], a[1]] = [to[0] > from.left ? from.left + from.w : from.left, to[1]];
  const length = Math.hypot(to[0] - a[0], to[1] - a[1]) || 1;
  const heading = /** @type {[number, number]} */ ([(to[0] - a[0]) / length, (to[1] - a[1]) / length]);
  const b = [to[0] - heading[0] * 14, to[1] - heading[1] * 14];
  const path = [...a, a[0] + (b[0] - a[0]) / 3, a[1] + (b[1] - a[1]) / 3, b[0] - (b[0] - a[0]) / 3, b[1] - (b[1] - a[1]) / 3, ...b];
  return { path, disc: alongCurve(path, 0.45), heading };
}

/** @param {number[]} p @param {number} t @returns {[number, number]} */
function alongCurve(p, t) {
  const at = (/** @type {number} */ axis) => (1 - t) ** 3 * p[axis] + 3 * (1 - t) ** 2 * t * p[axis + 2]
    + 3 * (1 - t) * t * t * p[axis + 4] + t ** 3 * p[axis + 6];
  return [at(0), at(1)];
}
