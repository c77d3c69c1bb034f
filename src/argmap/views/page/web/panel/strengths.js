/** The panel's section on how strong a claim is: credences to be moved, and what follows. */

import { keepState } from '../state/address.js';
import { CLAIMS, DATA, shownFor } from '../state/data.js';
import { prepared } from '../state/prepared.js';
import { wordOf } from '../state/standing.js';
import { STATE, when } from '../state/store.js';
import {
  chancesOf,
  credenceOf,
  isHeld,
  premisesOf,
  resetCredences,
  setCredence,
  showStrengths,
  strengthOf,
  strengths,
} from '../state/weighing.js';
import { byId, element, part, prose } from '../words/dom.js';
import { fewFirst } from '../words/more.js';
import { counted } from '../words/sentences.js';
import { inHundredths, inShort, strengthInWords } from '../words/strengths.js';
import { tornadoOf } from './tornado.js';

/** How many credences can be moved at once. */
const FEW = 8;

/** Write anew what follows from the credences. @type {() => void} */
let refresh = () => {};

export function startStrengths() {
  for (const button of switches())
    button.addEventListener('click', () => {
      showStrengths(!STATE.weighed);
      keepState(true);
    });
  when('weighing', showSwitch);
  when('strengths', () => refresh());
  showSwitch();
}

/** @returns {NodeListOf<HTMLElement>} */
function switches() {
  return document.querySelectorAll('[data-strengths]');
}

function showSwitch() {
  for (const button of switches()) button.setAttribute('aria-pressed', String(STATE.weighed));
  byId('legend-strength').hidden = !STATE.weighed;
}

/**
 * How strong a claim is, if the reader asks for that.
 * @param {Claim} claim
 * @returns {Node[]}
 */
export function strengthOn(claim) {
  refresh = () => {};
  if (!STATE.weighed) return [];
  const { all, below, swings } = premisesOf(claim.id);
  const degree = element('p', 'degree');
  const doubt = element('div');
  const probability = element('div');
  const rows = new Map();
  const row = (/** @type {string} */ first) => {
    const made = sliderOf(first, claim);
    rows.set(first, made);
    return made.place;
  };
  const some = swings.filter(({ swing }) => swing > 0);
  const moving = (some.length ? some : swings).map(({ first }) => first);
  const sliders = element('div', 'credences', ...fewFirst(moving, FEW, row, 'premises'));
  const reset = element('button', 'button small', 'Back to the credences of the map');
  reset.setAttribute('type', 'button');
  reset.dataset.act = 'credences';
  reset.addEventListener('click', () => {
    resetCredences();
    keepState(true);
    sliders.querySelector('input')?.focus();
  });
  const assumed = element('p', 'quiet');
  refresh = () => {
    degree.replaceChildren(...degreeTold(claim));
    assumed.textContent = assumedTold(all);
    doubt.replaceChildren(...doubtTold(below));
    for (const made of rows.values()) made.show();
    reset.hidden = !STATE.credences.size;
    probability.replaceChildren(...chanceTold(claim));
  };
  refresh();
  const believed = moving.length
    ? [
        element('h4', '', 'How far do you believe these?'),
        element('p', 'quiet', biggestTold(all.length, swings)),
        sliders,
        reset,
      ]
    : [];
  return [part('How strong it is', degree, assumed, doubt, ...believed, probability)];
}

/** Word, number and bar. @param {Claim} claim */
function degreeTold(claim) {
  const strength = strengthOf(claim.id);
  const words = strengthInWords(strength);
  const meter = element('span', 'meter', element('span', 'fill'));
  /** @type {HTMLElement} */ (meter.firstElementChild).style.width = `${strength * 100}%`;
  const whose = isHeld(claim.id) ? `, as you ${wordOf(claim).split(' ')[0].slice(0, -2)} it` : '';
  return [
    element('b', '', words.charAt(0).toUpperCase() + words.slice(1)),
    element('span', 'quiet', `${whose} on a scale from 0 to 1`),
    meter,
  ];
}

/** What was assumed for want of a credence. @param {string[]} premises */
function assumedTold(premises) {
  const count = (/** @type {string} */ whose) =>
    premises.filter((first) => credenceOf(first).whose === whose).length;
  const [assumed, yours] = [count('assumed'), count('yours')];
  const words = ['It weighs reasons against objections. It is not the status.'];
  if (premises.length > 1 && assumed === premises.length)
    words.push(`None of its ${assumed} premises has a credence: 0.80 is assumed for each.`);
  else if (assumed)
    words.push(
      `A credence of 0.80 is assumed for ${assumed} of its ${counted(premises.length, 'premise')}.`,
    );
  if (yours)
    words.push(`${yours} ${yours === 1 ? 'is' : 'are'} as you set ${yours === 1 ? 'it' : 'them'}.`);
  return words.join(' ');
}

/** What is told of circles, by what can be said of the one of which least can be said. */
const CIRCLES = {
  'not-converged': 'and their strengths do not settle: do not rely on this number.',
  bistable: 'and their strengths have no one answer: do not rely on this number.',
  open: 'and their strengths settle; whether other numbers fit as well is not proved.',
  unique: 'and their strengths settle; no other numbers fit.',
};

/** What is to be said of circles on which a claim depends. @param {Set<number>} below */
function doubtTold(below) {
  /** @type {string[]} */
  const kinds = strengths()
    .circles.filter(({ nodes }) => below.has(nodes[0]))
    .map(({ isUnique, status }) =>
      status === 'converged' ? (isUnique ? 'unique' : 'open') : status,
    );
  const [worst] = Object.entries(CIRCLES).filter(([kind]) => kinds.includes(kind));
  if (!worst) return [];
  const isBad = worst[0] === 'not-converged' || worst[0] === 'bistable';
  const words = `Claims that it depends on bear on each other in a circle, ${worst[1]}`;
  return [element('p', isBad ? 'caveat' : 'quiet', words)];
}

/** @param {number} all @param {{swing: number}[]} swings those that were tried */
function biggestTold(all, swings) {
  const nearest = `the ${swings.length} premises nearest to it`;
  const among = swings.length < all ? `Of ${nearest}, those` : 'The premises';
  const { small } = DATA.strength.tornado;
  const none = swings[0].swing < small ? ' None of them moves it by itself alone.' : '';
  return `${among} that bear most on it come first; 0 is not at all, 1 for certain.${none}`;
}

/**
 * A premise with the slider of its credence, and how to show where it is.
 * @param {string} first @param {Claim} about
 */
function sliderOf(first, about) {
  const claim = /** @type {Claim} */ (CLAIMS.get(shownFor(first, [about.id])));
  const input = /** @type {HTMLInputElement} */ (element('input'));
  for (const [name, value] of Object.entries({ type: 'range', min: '0', max: '1', step: '0.01' }))
    input.setAttribute(name, value);
  input.dataset.act = `credence ${first}`;
  input.id = `credence-${claim.number}`;
  const label = element('label', '', element('span', 'number', claim.number), ' ');
  label.setAttribute('for', input.id);
  label.append(prose('span', 'name', claim === about ? 'This claim itself' : claim.name));
  const output = element('span', 'value');
  output.setAttribute('aria-hidden', 'true'); // the slider says it
  const show = () => {
    const { credence, whose } = credenceOf(first);
    const words = `${inHundredths(credence)}${whose === 'assumed' ? ', assumed' : ''}`;
    if (Number(input.value) !== credence) input.value = String(credence);
    input.setAttribute('aria-valuetext', words);
    output.replaceChildren(
      inHundredths(credence),
      element(
        'span',
        'quiet',
        whose === 'assumed' ? ' assumed' : whose === 'yours' ? ' by you' : '',
      ),
    );
  };
  input.addEventListener('input', () => setCredence(first, Number(input.value)));
  input.addEventListener('change', () => keepState(true));
  show();
  return { place: element('div', 'credence', label, output, input), show };
}

/** How probable it is that the claim stands. @param {Claim} claim */
function chanceTold(claim) {
  const title = element('h4', '', 'How probable it is that it stands');
  const chances = chancesOf(claim);
  if (!chances) return elsewhere(claim).map((words) => element('div', '', title, words));
  const { derivable, isWithout, premises, stands } = chances;
  const swings = premises.flatMap(({ first, isDecided }, at) =>
    isDecided ? [] : [{ first, ...stands.given[at] }],
  );
  return [
    title,
    ...(isWithout
      ? [element('p', 'caveat', 'Your decisions to reject or accept are left out of this.')]
      : []),
    element(
      'p',
      '',
      'It stands with probability ',
      element('b', '', inShort(stands.overall)),
      `. That its reasons carry it, objections left aside: ${inShort(derivable.overall)}.`,
    ),
    ...tornadoOf(stands.overall, swings, claim.id),
    element(
      'p',
      'quiet',
      'Each premise is taken to be true independently of others, as probably as its credence says. ',
      'To stand, a claim must have no objection left unanswered; strength only weighs objections.',
    ),
  ];
}

/** Why the page does not know, and how to find out. @param {Claim} claim */
function elsewhere(claim) {
  const command = element('code', '', `argmap strength ${claim.id}`);
  const { chances } = prepared();
  if (!chances) return [];
  const why = chances.tangled.includes(claim.first)
    ? 'Too entangled to follow live; this works it out: '
    : 'The page does not follow it live; this works it out: ';
  return [element('p', 'quiet', why, command)];
}
