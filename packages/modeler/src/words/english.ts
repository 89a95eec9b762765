/** The English of a room: every Chinese key, and beside a key that counts (`{{count}}`) its singular. */
export type English<Zh> = { readonly [word in keyof Zh]: string } & { readonly [word in `${keyof Zh & string}_one`]?: string };
