/** The panel's sections on what a claim rests on, what rests on it, and how it is overturned. */

const FEW = 8;

/** @param {Claim} claim @returns {Node[]} */
function restsOn(claim) {
  const basis = basisOf(model(), claim.id);
  if (!basis.derivable) {
    const words = 'It rests on nothing: no granted claim leads to it, even with all objections left aside.';
    return [part('On what it rests', element('p', '', words))];
  }
  if (basis.premises.length === 1 && claim.granted && !bearingOn(model(), claim.id, 'supports').length) {
    return [part('On what it rests', element('p', '', 'On itself alone: it is granted, and nothing supports it.'))];
  }
  const rests = asked().rests[claim.first];
  const sets = rests ? setsTold(claim, rests) : [setsElsewhere(claim)];
  return [part('On what it rests', markButton(claim, 'below', 'Show what this rests on'), ...premisesTold(basis, rests), ...sets)];
}

/** @param {Claim} claim */
function setsElsewhere(claim) {
  return element('p', 'quiet', 'Its smallest sets of premises are not in this page: the map is large. Ask ', element('code', '', `argmap premises ${claim.id}`));
}

/**
 * @param {{premises: string[], critical: ?string[]}} basis
 * @param {Rests|undefined} rests
 */
function premisesTold({ premises, critical }, rests) {
  const needed = new Set(critical || []);
  const idle = new Set(rests?.idle || []);
  const rows = inOrder(premises).sort((a, b) => Number(needed.has(b)) - Number(needed.has(a))).map((id) => {
    const button = claimButton(/** @type {Claim} */ (CLAIMS.get(id)));
    const kind = needed.has(id) ? 'critical' : idle.has(id) ? 'idle' : '';
    if (kind) /** @type {Element} */ (button.lastElementChild).append(' ', element('span', `tag ${kind}`, kind));
    return button;
  });
  const list = element('details', '', element('summary', '', `${counted(premises.length, 'premise')}, objections left aside`), ...rows);
  list.toggleAttribute('open', premises.length <= FEW);
  /** @type {Telling} */
  let words = ['None is critical: whichever single one is given up, a reason is left.'];
  if (!critical) words = ['Which of them are critical was not worked out here: the map is too large for that.'];
  else if (critical.length) words = ['Critical, so that without it no reason is left: ', ...namesOf(critical), '.'];
  const found = [...whoseWord(premises), list, element('p', 'quiet', ...words)];
  if (idle.size) found.push(element('p', 'quiet', 'Idle: it leads here, but no smallest set of premises needs it.'));
  return found;
}

/** @param {Claim} claim @param {Rests} rests */
function setsTold(claim, rests) {
  const asBuilt = !hasStance() && STATE.objections === DATA.objections;
  const sets = rests.sets.map(({ claims, by }) => {
    const status = statusOfSet(labelling(), claims, claim.id);
    const row = element('li', '', element('span', `tag ${status}`, status), ' ', ...namesOf(claims));
    const because = { undefeated: 'answered by ', defeated: 'by ', undecided: 'because of ' }[status];
    if (asBuilt && by.length) {
      const steps = by.slice(0, 3).map((id) => stepOf(/** @type {Relation} */ (RELATIONS.get(id))));
      const more = by.length > 3 ? [` and ${by.length - 3} more`] : [];
      row.append(element('div', 'quiet', because, ...listed(steps), ...more));
    }
    return row;
  });
  const losses = rests.rejections.map((ids) => element('li', '', 'give up ', ...namesOf(ids), ids.length > 1 ? ' together ' : ' ', rejectButton(ids)));
  return [
    element('h3', '', ways('way', 'ways', 'to carry it', sets.length, rests.total)),
    element('ul', 'sets', ...sets),
    element('h3', '', ways('way', 'ways', 'to take all its grounds away', losses.length, rests.rejectionsTotal)),
    element('ul', 'sets', ...losses),
  ];
}

/** A button that rejects all of these beside what the reader has decided. @param {string[]} ids */
function rejectButton(ids) {
  const made = element('button', 'button small', ids.length > 1 ? 'Reject them' : 'Reject it');
  made.setAttribute('type', 'button');
  made.append(element('span', 'unseen', `: ${inOrder(ids).map((id) => CLAIMS.get(id)?.number).join(', ')}`));
  made.addEventListener('click', () => {
    const accept = [...STATE.stance.accept].filter((id) => !ids.includes(CLAIMS.get(id)?.first || id));
    tryStance({ reject: [...new Set([...STATE.stance.reject, ...ids])], accept });
    keepState(true);
  });
  return made;
}

/**
 * @param {string} one @param {string} many @param {string} what
 * @param {number} shown @param {?number} total
 */
function ways(one, many, what, shown, total) {
  if (total === null) return `The ${shown} smallest ${many} ${what}, of more than that`;
  if (total > shown) return `The ${shown} smallest of ${total.toLocaleString('en')} ${many} ${what}`;
  return shown === 1 ? `The only ${one} ${what}` : `All ${shown} ${many} ${what}`;
}

/** @param {Claim} claim @returns {Node[]} */
function restingOn(claim) {
  const found = withoutIt(claim);
  const parts = [];
  for (const [way, words] of Object.entries(WITHOUT)) {
    const ids = inOrder(found[way]);
    if (!ids.length) continue;
    const rows = ids.map((id) => claimButton(/** @type {Claim} */ (CLAIMS.get(id))));
    const list = element('details', '', element('summary', '', element('span', `tag ${way.split(' ')[0]}`, way), ` ${words(ids.length)}`), ...rows);
    list.toggleAttribute('open', ids.length <= FEW);
    parts.push(list);
  }
  if (!parts.length) return [];
  const aside = element('p', 'quiet', 'If it were struck, objections left aside:');
  return [part('What rests on it', markButton(claim, 'above', 'Show what rests on this'), aside, ...parts)];
}

/** @type {Object<string, (count: number) => string>} what becomes of claims without another one */
const WITHOUT = {
  falls: (count) => `no reason is left for ${counted(count, 'claim')}`,
  weakened: (count) => `${counted(count, 'claim')} ${count > 1 ? 'lose' : 'loses'} a reason of ${count > 1 ? 'their' : 'its'} own`,
  'further up': (count) => `${counted(count, 'claim')} ${count > 1 ? 'rest' : 'rests'} on those, every own reason left`,
  untouched: (count) => `nothing changes for ${counted(count, 'claim')}`,
};

/**
 * What becomes of the claims above one when it is struck. As in the banner, only what loses a
 * reason of its own is weakened.
 * @param {Claim} claim
 * @returns {Object<string, string[]>}
 */
function withoutIt(claim) {
  const { falls, weakened, untouched } = dependentsOf(model(), claim.id);
  const gone = new Set([claim.id, ...claim.same, ...falls]);
  const before = carriedIn(model());
  const loses = (/** @type {string} */ id) => bearingOn(model(), id, 'supports').some(({ premises }) => (
    premises.some((one) => gone.has(one)) && premises.every((one) => before[numberOf(model(), one)])
  ));
  return { falls, weakened: weakened.filter(loses), 'further up': weakened.filter((id) => !loses(id)), untouched };
}

/** @param {Claim} claim @param {'below'|'above'} way @param {string} words */
function markButton(claim, way, words) {
  const made = element('button', 'button', words);
  made.setAttribute('type', 'button');
  const isOn = () => STATE.marked?.way === way && STATE.marked.of === claim.id;
  made.setAttribute('aria-pressed', String(isOn()));
  made.dataset.mark = way;
  made.addEventListener('click', () => {
    mark(isOn() ? null : way, claim.id);
    keepState(false);
  });
  return made;
}

/**
 * Single out what a claim rests on, or what rests on it: in the whole map where that is shown,
 * else in a picture of its own.
 * @param {?('below'|'above')} way
 * @param {string} of
 */
function mark(way, of) {
  STATE.marked = way ? { way, of, ...(way === 'below' ? markedBelow(of) : markedAbove(of)) } : null;
  showView();
  if (STATE.marked) toMap();
  if (!STATE.marked) goTo(of);
  else if (VISIBLE) firstView(of);
  else showAll([...STATE.marked.claims.keys()]);
}

/** @param {string} id */
function markedBelow(id) {
  const one = model();
  const below = classesBelow(one, [numberOf(one, id)]);
  const { premises, critical } = basisOf(one, id);
  const way = classesAbove(one, premises.map((name) => numberOf(one, name)));
  const claims = new Map();
  for (const claim of DATA.claims) {
    const at = numberOf(one, claim.id);
    if (!below.has(at) || !way.has(at)) continue;
    const said = (critical || []).includes(claim.first) ? 'critical premise' : 'premise';
    claims.set(claim.id, premises.includes(claim.first) && claim.id !== id ? said : '');
  }
  return { claims, relations: supportsAmong((premise, target) => claims.has(premise) && claims.has(target)) };
}

/** @param {string} id */
function markedAbove(id) {
  const claims = new Map();
  for (const [way, ids] of Object.entries(withoutIt(/** @type {Claim} */ (CLAIMS.get(id))))) for (const one of ids) claims.set(one, way);
  const own = new Set([id, ...(CLAIMS.get(id)?.same || [])]);
  const relations = supportsAmong((premise, target) => claims.has(target) && (claims.has(premise) || own.has(premise)));
  for (const one of own) claims.set(one, '');
  return { claims, relations };
}

/** @param {(premise: string, target: string) => boolean} fits */
function supportsAmong(fits) {
  const all = DATA.relations.filter((one) => one.kind === 'supports' && one.premises.some((id) => fits(id, one.target)));
  return new Set(all.map((one) => one.id));
}

/** @param {Claim} claim */
function overturning(claim) {
  const button = element('button', 'button', 'How could this be overturned?');
  button.setAttribute('type', 'button');
  const answer = element('div', '');
  answer.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    button.setAttribute('disabled', '');
    answer.replaceChildren(element('p', 'quiet', 'Trying every claim that bears on it …'));
    answer.replaceChildren(...await overturnTold(claim));
    button.remove();
  });
  return part(claim.label === 'in' ? 'To overturn it' : 'To make it stand', button, answer);
}

/** Try every single opinion, in slices so that the page stays alive. @param {Claim} claim */
async function overturnTold(claim) {
  const now = labelling();
  const held = new Set([...now.rejected, ...now.accepted]);
  const ids = bearingClasses(now.model, claim.id).filter((id) => !held.has(numberOf(now.model, id)));
  const found = [];
  let pause = performance.now();
  for (const id of ids) {
    for (const accepts of [false, true]) if (overturns(now, claim.id, id, accepts)) found.push({ id, accepts });
    if (performance.now() - pause > 40) {
      await new Promise((go) => { setTimeout(go); });
      pause = performance.now();
    }
  }
  const stands = claim.label === 'in';
  const mine = hasStance() ? ', beside your stance' : '';
  const tried = `Tried: rejecting and accepting each of the ${counted(ids.length, 'other claim')} that bear on it, one at a time${mine}.`;
  if (!found.length) {
    const more = ids.length > 1 ? [' Two or more together: ', element('code', '', `argmap overturn ${claim.id}`)] : [];
    return [element('p', '', `No other single claim changes that it ${stands ? 'stands' : 'does not stand'}.`), element('p', 'quiet', tried, ...more)];
  }
  const rows = found.map(({ id, accepts }) => {
    const verb = accepts ? 'Accept' : 'Reject';
    const go = element('button', 'button small', verb, element('span', 'unseen', ` ${CLAIMS.get(id)?.number}`));
    go.setAttribute('type', 'button');
    go.addEventListener('click', () => take(id, accepts ? 'accept' : 'reject'));
    return element('li', '', go, ' ', ...nameOf(id));
  });
  const head = `It ${stands ? 'no longer stands' : 'stands'} if you do ${found.length > 1 ? 'any one of these' : 'this'}:`;
  return [element('p', '', head), element('ul', 'sets plain', ...rows), element('p', 'quiet', tried)];
}
