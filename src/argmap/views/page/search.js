/** Search over everything a claim says, whatever the accents and capitals. */

/** @type {?Map<string, string>} what is searched of each claim, made at the first search */
let HAYSTACKS = null;

/** @param {string} text */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase();
}

/** @param {Claim} claim */
function haystackOf(claim) {
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  const from = source ? [source.tag, source.title] : [];
  const quotes = claim.quotes.map(({ quote }) => quote);
  return plain(
    [claim.id, claim.number, claim.name, claim.text, claim.speaker, ...quotes, ...from]
      .filter(Boolean)
      .join('\n'),
  );
}

/**
 * The claims that hold every word of the query.
 * @param {string} query
 * @returns {string[]}
 */
function found(query) {
  if (!HAYSTACKS) {
    HAYSTACKS = new Map(DATA.claims.map((claim) => [claim.id, haystackOf(claim)]));
  }
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return [...HAYSTACKS].filter(([, text]) => words.every((word) => text.includes(word)))
    .map(([id]) => id);
}

function startSearch() {
  const field = /** @type {HTMLInputElement} */ (byId('search'));
  let at = -1;
  field.addEventListener('input', () => {
    const hits = found(field.value);
    STATE.hits = field.value.trim() ? new Set(hits) : null;
    byId('hits').textContent = STATE.hits ? `${hits.length} found` : '';
    at = -1;
    announce('search');
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && STATE.hits && STATE.hits.size) {
      const hits = [...STATE.hits];
      at = (at + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
      pick(hits[at]);
      byId('hits').textContent = `${at + 1} of ${hits.length}`;
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      field.value = '';
      field.dispatchEvent(new Event('input'));
      byId('map').focus();
    }
  });
}
