/** Whose the claims are: what one source says alone, and whose word a claim rests on. */

const SAID = { alone: 'one source only', backed: 'one source, backed by another', shared: 'more than one source', none: 'no source' };

/** The sources that make a claim, by whichever of its restatements. @param {string} id */
function sourcesOf(id) {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const found = [id, ...claim.same].map((one) => CLAIMS.get(one)?.source);
  return new Set(found.filter((one) => one !== null && one !== undefined));
}

/** Whether a claim of one source is backed, when a reason for it comes from another. @param {Claim} claim */
function saidBy(claim) {
  const own = sourcesOf(claim.id);
  if (own.size !== 1) return own.size ? 'shared' : 'none';
  const reasons = [claim.id, ...claim.same].flatMap((id) => RELATIONS_TO.get(id) || []).filter((one) => one.kind === 'supports');
  const isBacked = reasons.some(({ premises }) => premises.some((id) => [...sourcesOf(id)].some((one) => !own.has(one))));
  return isBacked ? 'backed' : 'alone';
}

/** Below each source: how much it says, and how much of that alone. */
function startWhose() {
  const own = grouped(DATA.claims, (claim) => (claim.source === null ? [] : [claim.source]));
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-source]'))) {
    const id = place.dataset.source || '';
    const all = own.get(id) || [];
    if (!all.length) continue;
    const alone = all.filter((claim) => saidBy(claim) === 'alone').length;
    const isMany = DATA.sources.length > 1;
    place.append(showButton(`Show its ${counted(all.length, 'claim')}`, [['source', id]]));
    if (isMany && alone) place.append(showButton(`No other source says or backs: ${alone === all.length ? 'all' : alone}`, [['source', id], ['said', 'alone']]));
  }
}

/** A button that filters the claims. @param {string} words @param {[string, string][]} by */
function showButton(words, by) {
  const made = element('button', 'button small', words);
  made.setAttribute('type', 'button');
  made.addEventListener('click', () => {
    const isOn = STATE.filters.size === by.length && by.every(([key, value]) => chosenIn(key).has(value) && chosenIn(key).size === 1);
    STATE.filters.clear();
    if (!isOn) for (const [key, value] of by) STATE.filters.set(key, new Set([value]));
    buildFilters();
    filtersChanged(true);
    if (!isOn) byId('found').querySelector('button')?.focus();
  });
  return made;
}

/**
 * From which sources premises come, where more than one could have said them.
 * @param {string[]} premises
 */
function whoseWord(premises) {
  if (DATA.sources.length < 2) return [];
  const from = new Set(premises.flatMap((id) => [...sourcesOf(id)]));
  const tags = DATA.sources.filter((one) => from.has(one.id)).map((one) => one.tag);
  const bare = premises.filter((id) => !sourcesOf(id).size).length;
  if (!tags.length) return [];
  const alone = tags.length === 1 && !bare;
  const words = alone ? `All of it on the word of one source: ${tags[0]}.` : `On the word of ${listed(tags.map((one) => [one])).join('')}${bare ? `, and on ${counted(bare, 'claim')} of no source` : ''}.`;
  return [prose('p', alone ? 'alone' : 'quiet', words)];
}
