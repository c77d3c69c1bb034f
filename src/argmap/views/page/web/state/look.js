/** Light and dark: the colours in force, from the same table as the style sheet. */

import { DATA } from './data.js';
import { announce, STATE, update } from './store.js';

export const LOOK = DATA.look;

/** @type {Object<string, string>} the colours in force */
export const INK = { ...LOOK.light };

export function readTheme() {
  const chosen = document.documentElement.dataset.theme;
  const isSystemDark = matchMedia('(prefers-color-scheme: dark)').matches;
  update({ dark: chosen ? chosen === 'dark' : isSystemDark });
  Object.assign(INK, STATE.dark ? LOOK.dark : LOOK.light);
  announce('theme');
}
