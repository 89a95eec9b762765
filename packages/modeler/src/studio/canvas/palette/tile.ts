/** The HTML of one tile of the palette or the pad: a picture and its word. The texts are our own words, never a person's. */
export const tile = ({ icon, text, title }: { readonly icon: string; readonly text: string; readonly title: string }): string =>
  `<button type="button" class="entry gc-tile" draggable="true" title="${title}"><i class="${icon}" aria-hidden="true"></i><span>${text}</span></button>`;
