/** Pictures of the current view as files. */

import { pngBlob, svgText } from '../draw/picture.js';
import { openMenu } from '../panel/menu.js';
import { byId } from '../words/dom.js';
import { download } from '../words/elements.js';
import { framedPicture } from './framed.js';

export function startPicture() {
  byId('save-svg').addEventListener('click', () => {
    openMenu(null);
    download('argument-map.svg', new Blob([svgText(framedPicture())], { type: 'image/svg+xml' }));
  });
  byId('save-png').addEventListener('click', async () => {
    openMenu(null);
    download('argument-map.png', await pngBlob(framedPicture()));
  });
}
