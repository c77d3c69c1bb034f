/** The parts of a slide: cards in rows, frames around linked premises, and the lines between. */

/**
 * A row of cards; premises that count only together stand in one frame.
 * @param {string[]} ids @param {Labelling} now @param {boolean} bare
 */
function slideRow(ids, now, bare) {
  const left = new Set(ids);
  const row = element('div', 'level');
  for (const id of ids) {
    if (!left.has(id)) continue;
    const linked = (RELATIONS_FROM.get(id) || []).find((one) => (
      one.premises.length > 1 && one.premises.every((other) => left.has(other))
    ));
    const members = linked ? ids.filter((other) => linked.premises.includes(other)) : [id];
    for (const other of members) left.delete(other);
    const cards = members.map((other) => slideCard(other, now, bare));
    if (!linked) row.append(...cards);
    else {
      const frame = element('div', 'slide-frame', element('span', 'together-label', 'only together'), ...cards);
      frame.dataset.frame = linked.id;
      row.append(frame);
    }
  }
  return row;
}

/** @param {string} id @param {Labelling} now @param {boolean} bare */
function slideCard(id, now, bare) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const as = { ...claim, ...statusOf(now, id) };
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  const status = bare ? '' : element('span', `word ${toneOf(as)}`, statusSign(as), toneOf(as) === 'yours' ? as.reason : as.word);
  const made = element(
    'div',
    `slide-card ${source ? `band${source.band}` : ''} ${bare ? '' : toneOf(as)}`,
    prose('p', 'name', claim.name),
    element('p', 'foot', source ? source.short : '', status),
  );
  made.dataset.card = id;
  return made;
}

/**
 * The lines between the shown claims, as they are or as the step's stance makes them.
 * @param {string[]} ids @param {HTMLElement} place
 * @param {?Labelling} now null to show none as fallen
 */
function slideLines(ids, place, now) {
  const origin = place.getBoundingClientRect();
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('[data-card], [data-frame]'))) {
    const at = one.getBoundingClientRect();
    const box = { left: at.left - origin.left, top: at.top - origin.top + place.scrollTop, w: at.width, h: at.height };
    boxes.set(one.dataset.card !== undefined ? `card ${one.dataset.card}` : `frame ${one.dataset.frame}`, box);
  }
  const all = drawn('svg', { class: 'lines', width: place.clientWidth, height: place.scrollHeight, 'aria-hidden': 'true' });
  const discs = new Map();
  const shown = DATA.arrows.map((one) => ({ ...one, all: one.premises.length, premises: one.premises.filter((id) => ids.includes(id)) }))
    .filter((one) => one.premises.length);
  const onClaims = shown.filter((one) => boxes.has(`card ${one.target}`));
  const ports = slidePorts(onClaims, boxes);
  for (const arrow of [...onClaims, ...shown.filter((one) => !CLAIMS.has(one.target))]) {
    const disc = discs.get(arrow.target);
    const target = boxes.get(`card ${arrow.target}`);
    if (!disc && !target) continue;
    const own = [`frame ${arrow.relation}`, `card ${arrow.premises[0]}`].map((key) => boxes.get(key)).find(Boolean);
    let from = /** @type {Box} */ (own);
    if (arrow.premises.length > 1 && !boxes.has(`frame ${arrow.relation}`)) {
      from = joint(arrow, boxes, target || { left: disc[0], top: disc[1], w: 0, h: 0 }, all);
    }
    const way = disc ? wayToPoint(from, disc) : wayBetween(from, /** @type {Box} */ (target), ports.get(arrow.relation));
    discs.set(arrow.relation, way.disc);
    if (arrow.premises.length < arrow.all) {
      const more = `with ${arrow.all - arrow.premises.length} more`;
      all.append(words(way.disc[0] + 16, way.disc[1] + 6, more, INK.mute, 17, 400));
    }
    const relation = now?.relations.get(arrow.relation);
    all.append(arrowDrawn({ ...arrow, ...way }, INK, relation === undefined ? 1 : relation === 'out' ? 0.35 : 1));
  }
  return all;
}

/** Where lines end side by side below a card. @param {Arrow[]} arrows @param {Map<string, Box>} boxes */
function slidePorts(arrows, boxes) {
  const found = new Map();
  for (const [id, some] of grouped(arrows, (one) => [one.target])) {
    const target = /** @type {Box} */ (boxes.get(`card ${id}`));
    const middle = (/** @type {Arrow} */ one) => {
      const box = /** @type {Box} */ (boxes.get(`frame ${one.relation}`) || boxes.get(`card ${one.premises[0]}`));
      return box.left + box.w / 2;
    };
    some.sort((a, b) => middle(a) - middle(b));
    const gap = Math.min(46, target.w / (some.length + 1));
    some.forEach((one, at) => found.set(one.relation, target.left + target.w / 2 + (at - (some.length - 1) / 2) * gap));
  }
  return found;
}

/**
 * Where linked premises meet that stand in different rows.
 * @param {Arrow} arrow @param {Map<string, Box>} boxes @param {Box} target @param {SVGElement} all
 * @returns {Box}
 */
function joint(arrow, boxes, target, all) {
  const cards = arrow.premises.map((id) => /** @type {Box} */ (boxes.get(`card ${id}`)));
  const x = cards.reduce((sum, one) => sum + one.left + one.w / 2, target.left + target.w / 2) / (cards.length + 1);
  const pill = { left: x - 70, top: target.top + target.h + 12, w: 140, h: 26 };
  for (const one of cards) {
    all.append(drawn('path', { d: pathData(wayBetween(one, pill).path), fill: 'none', stroke: INK.support, 'stroke-width': 2 }));
  }
  all.append(drawn('rect', { x: pill.left, y: pill.top, width: pill.w, height: pill.h, rx: 13, fill: INK.card, stroke: INK.support }));
  all.append(words(x, pill.top + 18, 'only together', INK.support, 17, 600, 'middle'));
  return pill;
}
