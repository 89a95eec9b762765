/** What a page read before the app began, by its address: the app begins with it. */
export const readAhead = new Map<string, unknown>();
