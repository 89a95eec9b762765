/** Which tables these are. Whoever changes a projection raises it: a database of before then makes its projections anew. */
export const SCHEMA_VERSION = 1;

/**
 * The tables. `commits` is the truth; the projections are written in the same transaction and rebuilt from it at will. A row is kept
 * whole as JSON; the columns beside it are what is searched by. `place` and `reader` are the lists: one entry per list, in the list's order.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS commits (seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, nonce TEXT NOT NULL, request TEXT, header TEXT NOT NULL, state TEXT, patch TEXT, "full" TEXT, events TEXT, rows TEXT, trail TEXT, UNIQUE (stream, revision));
CREATE TABLE IF NOT EXISTS heads (stream TEXT PRIMARY KEY, revision INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS case_row (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, key TEXT NOT NULL, flow TEXT NOT NULL, definition TEXT NOT NULL, status TEXT NOT NULL, initiator TEXT, ended INTEGER NOT NULL, rank INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS case_initiator ON case_row (initiator, key);
CREATE INDEX IF NOT EXISTS case_running ON case_row (definition, rank, key, flow) WHERE ended = 0;
CREATE TABLE IF NOT EXISTS reader (seat TEXT NOT NULL, key TEXT NOT NULL, case_id TEXT NOT NULL, flow TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (seat, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reader_flow ON reader (seat, flow, key);
CREATE VIRTUAL TABLE IF NOT EXISTS case_grams USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0 tokenchars ':'");
CREATE TABLE IF NOT EXISTS task_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, case_id TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS task_case ON task_row (case_id);
CREATE TABLE IF NOT EXISTS place (place TEXT NOT NULL, key TEXT NOT NULL, task TEXT NOT NULL, flow TEXT NOT NULL, element TEXT NOT NULL, rank INTEGER NOT NULL, barred TEXT, PRIMARY KEY (place, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS place_flow ON place (place, flow, key);
CREATE TABLE IF NOT EXISTS due_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS due_armed ON due_row (at, id) WHERE state = 'armed';
CREATE TABLE IF NOT EXISTS subscription_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, state TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS subscription_open ON subscription_row (name, id) WHERE state = 'open';
CREATE TABLE IF NOT EXISTS outbox_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, case_id TEXT NOT NULL, sent TEXT NOT NULL, state TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS outbox_case ON outbox_row (case_id, id);
CREATE INDEX IF NOT EXISTS outbox_open ON outbox_row (sent, id) WHERE state IN ('pending', 'undelivered');
CREATE TABLE IF NOT EXISTS file_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, case_id TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS definition_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, fence INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, saved TEXT NOT NULL, until TEXT, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stored_files (id TEXT PRIMARY KEY, uploaded TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
`;

/** The projections: what a rebuild empties and fills again. */
export const PROJECTIONS = [
  'heads',
  'case_row',
  'reader',
  'task_row',
  'place',
  'due_row',
  'subscription_row',
  'outbox_row',
  'file_row',
  'definition_row',
] as const;
