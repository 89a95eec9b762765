/**
 * The HTML of one tile of the palette or the pad: a picture and its word. The texts are our own words, never a person's. No `<button>`, as Firefox lets
 * none be dragged.
 */
export const tile = ({ icon, text, title }: { readonly icon: string; readonly text: string; readonly title: string }): string =>
  `<div class="entry gc-tile" role="button" tabindex="0" draggable="true" title="${title}"><i class="${icon}" aria-hidden="true"></i><span>${text}</span></div>`;
