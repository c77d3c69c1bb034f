/** The keyboard's place, kept where a part of the page is written anew. */

const FOCUSABLE = 'button, a[href], input, summary, [tabindex]';

/**
 * Remember which element in a place has the focus. The function that is returned gives the focus to
 * its successor once the place is written anew: the element of the same act, else of the same kind
 * of act ("opinion" in "opinion accept"), else of the same words.
 * @param {HTMLElement} place
 * @returns {() => void}
 */
export function keepFocus(place) {
  const before = /** @type {HTMLElement} */ (document.activeElement);
  if (before === place || !place.contains(before)) return () => {};
  const { act = '', claim = '' } = before.dataset;
  const [words, kind] = [before.textContent, act.split(' ')[0]];
  return () => {
    if (place.contains(document.activeElement)) return;
    const fresh = [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(FOCUSABLE))];
    const same =
      fresh.find(({ dataset }) => act && dataset.act === act) ||
      fresh.find(({ dataset }) => act && dataset.act?.split(' ')[0] === kind) ||
      fresh.find(({ dataset }) => !act && claim && dataset.claim === claim) ||
      fresh.find(({ textContent }) => textContent === words);
    (same || fresh[0])?.focus({ preventScroll: true });
  };
}
