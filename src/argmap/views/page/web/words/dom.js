/** Elements of a page: they are built here, and text is always text, never markup. */

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {...(Node|string|null|undefined)} content
 * @returns {HTMLElement}
 */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const part of content) {
    if (part !== null && part !== undefined && part !== '') made.append(part);
  }
  return made;
}

/**
 * Text whose direction follows its own letters.
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
export function prose(tag, className, text) {
  const made = element(tag, className, text);
  made.dir = 'auto';
  return made;
}

/**
 * A part of the panel; its title stands below that of the claim.
 * @param {string} title
 * @param {...Node} content
 */
export function part(title, ...content) {
  return element('section', '', element('h3', 'title', title), ...content);
}

/** Have a screen reader say this. @param {string} words */
export function tell(words) {
  byId('live').textContent = words;
}

/**
 * Scroll a place as little as shows an element in it. `scrollIntoView` would do, but browsers then
 * have Tab go on from the element, and the skip links are no longer the first stops of the page.
 * @param {HTMLElement} place
 * @param {HTMLElement} shown
 */
export function scrollTo(place, shown) {
  const edge = place.getBoundingClientRect();
  const own = shown.getBoundingClientRect();
  place.scrollTop += beyond(own.top, own.bottom, edge.top, edge.bottom);
  place.scrollLeft += beyond(own.left, own.right, edge.left, edge.right);
}

/** How far a range lies beyond another. @param {...number} ends */
function beyond(...ends) {
  const [start, end, first, last] = ends;
  if (start < first) return start - first;
  return Math.max(0, Math.min(end - last, start - first));
}
