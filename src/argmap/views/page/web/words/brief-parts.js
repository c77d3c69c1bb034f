/** Parts of a brief: lines with what is said against them and what answers that. */

import { CLAIMS, RELATIONS, SOURCES } from '../state/data.js';
import { asWritten, fateOf, prepared } from '../state/prepared.js';
import { element, prose, relationMark } from './elements.js';
import { counted, linkTo, nameOf, namesOf, stepAt } from './telling.js';

export const MOST_GROUNDS = 4;

/**
 * A claim with its number as a link, in full, and where it comes from.
 * @param {string} id
 * @param {string} [fate]
 */
export function briefClaim(id, fate = '') {
  const claim = /** @type {Claim} */ (CLAIMS.get(id));
  const link = linkTo(id, element('b', '', claim.number));
  const from = evidenceOf(claim);
  return [
    link,
    ' ',
    prose('span', '', claim.text),
    fate ? ` (${fate})` : '',
    from ? ' ' : '',
    from ? prose('span', 'quiet', from) : '',
  ];
}

/** Quotation, source, place and speaker, as far as given. @param {Claim} claim */
export function evidenceOf(claim) {
  const quotes = claim.quotes
    .map(({ quote }) => quote && `“${quote}”`)
    .filter(Boolean)
    .join(' … ');
  const source = claim.source === null ? undefined : SOURCES.get(claim.source);
  const modes = {
    reported: 'reported',
    conceded: 'raised to be answered',
    implicit: "unsaid: the mapper's reading",
    editorial: "the mapper's own",
  };
  const how =
    claim.mode === 'reported' && claim.speaker
      ? `held by ${claim.speaker}`
      : claim.speaker || modes[claim.mode] || '';
  const where = [source?.tag, ...new Set(claim.quotes.map(({ place }) => place)), how]
    .filter(Boolean)
    .join(', ');
  return [quotes, where && `(${where})`].filter(Boolean).join(' ');
}

/**
 * The lines on one side.
 * @param {Brief} brief @param {'for'|'against'} side @param {Claim} claim @returns {Node[]}
 */
export function caseTold(brief, side, claim) {
  const lines = brief[side];
  const isFor = side === 'for';
  if (!lines.length) {
    let words = 'Nothing in the map speaks against it directly.';
    if (isFor)
      words = claim.granted
        ? 'No reason is given for it in the map; it is put forward as it is.'
        : 'The map has no reason for it.';
    return [element('p', '', words)];
  }
  const alone =
    isFor && claim.granted
      ? [element('p', '', 'It is also put forward by itself, without needing these reasons.')]
      : [];
  const left = brief.totals[isFor ? 0 : 1] - lines.length;
  const more = left > 0 ? [element('p', 'quiet', `${counted(left, 'weaker line')} left out.`)] : [];
  return [...alone, element('ul', '', ...lines.map((line) => lineTold(line, isFor))), ...more];
}

/** @param {Line} line @param {boolean} isFor */
function lineTold(line, isFor) {
  const relation = /** @type {Relation} */ (RELATIONS.get(line.relation));
  const fate = fateOf(relation) + (line.decides ? '; the claim turns on it' : '');
  const row = element('li', 'line', relationMark(relation.kind), ' ');
  if (relation.premises.length > 1) {
    row.append(element('b', '', 'Only together'), ` (${fate}):`);
    row.append(
      element('ul', '', ...relation.premises.map((id) => element('li', '', ...briefClaim(id)))),
    );
  } else row.append(...briefClaim(relation.premises[0], fate));
  const rows = [...groundTold(line, relation), ...exchangeTold(line, isFor)];
  if (relation.rationale) rows.unshift(prose('li', 'quiet', relation.rationale));
  if (rows.length) row.append(element('ul', '', ...rows));
  return row;
}

/**
 * What it takes to leave a line without ground, beyond its own premises.
 * @param {Line} line
 * @param {Relation} relation
 */
function groundTold(line, relation) {
  if (line.critical.length) {
    const isPlain = line.critical.every((id) => relation.premises.includes(id));
    return isPlain ? [] : [element('li', '', 'Rests wholly on ', ...namesOf(line.critical), '.')];
  }
  if (!line.ground)
    return [element('li', '', 'No granted claim leads to it: as it is, it rests on nothing.')];
  const size = line.ground.length;
  const named = size <= MOST_GROUNDS ? [', for instance ', ...namesOf(line.ground)] : [];
  return [
    element(
      'li',
      '',
      `At least ${size} premises must go before it is without ground`,
      ...named,
      '.',
    ),
  ];
}

/**
 * The attacks on a line, each with the best reply to it.
 * @param {Line} line
 * @param {boolean} isFor
 */
function exchangeTold(line, isFor) {
  if (!line.attacks.length)
    return isFor || asWritten().relations.get(line.relation) === 'out'
      ? []
      : [element('li', '', flag('Unanswered'))];
  return line.attacks.map((id) => {
    const row = element(
      'li',
      '',
      element('b', '', isFor ? 'Objection: ' : 'Answer: '),
      ...attackTold(id, line.relation),
    );
    const [best] = (prepared().replies[id] || []).filter((one) => one !== line.relation);
    const back = isFor ? 'Answer: ' : 'Reply to that: ';
    const fails = asWritten().relations.get(id) === 'out';
    const none = fails
      ? element('li', '', 'It does not go through: what it rests on falls.')
      : element('li', '', flag(isFor ? 'Unanswered' : 'No reply in the map'));
    row.append(
      element(
        'ul',
        '',
        best ? element('li', '', element('b', '', back), ...attackTold(best, id)) : none,
      ),
    );
    return row;
  });
}

/** What stands out in a brief: where the map has no answer. @param {string} words */
function flag(words) {
  return element('span', 'flag', words);
}

/**
 * The premises of an attack, what it hits if that is not the step itself, and whether it holds.
 * @param {string} id
 * @param {string} at
 */
function attackTold(id, at) {
  const one = /** @type {Relation} */ (RELATIONS.get(id));
  const hit =
    one.target === at || !CLAIMS.has(one.target) ? [] : [' against ', ...nameOf(one.target)];
  const doubt = { in: '', undec: ' (undecided)', out: ' (itself answered)' }[
    /** @type {Label} */ (asWritten().relations.get(id))
  ];
  return [...namesOf(one.premises), ...hit, doubt];
}

/** A relation as a sentence, with what becomes of it. @param {string} id */
export function sentenceOf(id) {
  const one = /** @type {Relation} */ (RELATIONS.get(id));
  const many = one.premises.length > 1;
  const verbs = {
    supports: ['supports', 'support'],
    attacks: ['speaks against', 'speak against'],
    undercuts: ['tells against', 'tell against'],
  };
  const target = one.kind === 'undercuts' ? stepAt(one.target) : nameOf(one.target);
  return element(
    'li',
    '',
    ...namesOf(one.premises),
    ` ${verbs[one.kind][Number(many)]} `,
    ...target,
    ` (${fateOf(one)}).`,
  );
}

/** As what a premise is used in a relation. @param {string} id */
export function useOf(id) {
  const one = /** @type {Relation} */ (RELATIONS.get(id));
  const target = one.kind === 'undercuts' ? stepAt(one.target) : nameOf(one.target);
  return [
    one.kind === 'supports' ? 'as a reason for ' : 'as an objection to ',
    ...target,
    ` (${fateOf(one)})`,
  ];
}
