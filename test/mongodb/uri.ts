/** The server to test on: set by `node test/ferretdb/with.js`, or by whoever has a MongoDB. */
export const uri = process.env['MONGODB_URI'] ?? '';
