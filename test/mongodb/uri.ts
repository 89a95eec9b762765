/** The server to test on: set by `node test/ferretdb/with.js`, or by whoever has a MongoDB. */
export const uri = process.env['MONGODB_URI'] ?? '';

/** The same server, naming a database. */
export const uriOf = (database: string): string => uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${database}`);
