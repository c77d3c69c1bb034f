/** What to read first: the main conclusions, and what keeps claims contested. */

const MOST_CLASHES = 5;

function startFirstLook() {
  showFirstLook();
  when('standing', showFirstLook);
}

function showFirstLook() {
  const start = byId('start');
  start.replaceChildren(/** @type {Element} */ (start.firstElementChild));
  for (const id of DATA.main) {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    const button = element('button', `claim ${toneOf(claim)}`);
    button.setAttribute('type', 'button');
    button.dataset.claim = id;
    const status = element('div', `word ${toneOf(claim)}`, statusSign(claim), statusWords(claim));
    button.append(
      element('span', 'number', claim.number),
      element('span', 'rest', prose('span', 'name', claim.name), status),
    );
    start.append(button);
  }
  const clashes = DATA.arrows.filter(isDisputed);
  if (!clashes.length) return;
  start.append(element('p', 'hint', 'Objections that nothing answers:'));
  for (const arrow of clashes.slice(0, MOST_CLASHES)) start.append(...clash(arrow));
  const left = clashes.length - MOST_CLASHES;
  if (left > 0) start.append(element('p', 'hint', `and ${left} more in the map.`));
}

/** @param {Arrow} arrow */
function clash(arrow) {
  const hit = CLAIMS.get(arrow.target);
  return arrow.premises.map((id) => {
    const claim = /** @type {Claim} */ (CLAIMS.get(id));
    const button = element('button', 'claim clash');
    button.setAttribute('type', 'button');
    button.dataset.claim = id;
    const against = hit ? prose('span', '', ` against ${hit.number} ${hit.name}`) : '';
    button.append(
      element('span', 'lead', relationMark('attacks')),
      element(
        'span',
        'rest',
        element('span', 'number', claim.number),
        ' ',
        prose('span', 'name', claim.name),
        element('span', 'against', against),
      ),
    );
    return button;
  });
}
