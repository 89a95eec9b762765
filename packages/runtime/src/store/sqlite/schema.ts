/**
 * The tables. `commits` is the truth; all others are projections, written in the same transaction and rebuilt from it at will. A row is
 * kept whole as JSON; the columns beside it are what is searched by.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS commits (seq INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, revision INTEGER NOT NULL, nonce TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (stream, revision));
CREATE TABLE IF NOT EXISTS heads (stream TEXT PRIMARY KEY, revision INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS case_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, flow TEXT NOT NULL, definition TEXT NOT NULL, status TEXT NOT NULL, initiator TEXT, ended INTEGER NOT NULL, updated TEXT NOT NULL, clearance TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS case_updated ON case_row (updated, id);
CREATE INDEX IF NOT EXISTS case_initiator ON case_row (initiator, updated, id);
CREATE TABLE IF NOT EXISTS case_reader (seat TEXT NOT NULL, updated TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (seat, updated, case_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reader_case ON case_reader (case_id);
CREATE TABLE IF NOT EXISTS task_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, case_id TEXT NOT NULL, done_by TEXT, closed TEXT, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS task_case ON task_row (case_id);
CREATE INDEX IF NOT EXISTS task_done ON task_row (done_by, closed, id) WHERE done_by IS NOT NULL;
CREATE TABLE IF NOT EXISTS task_seat (attention TEXT NOT NULL, seat TEXT NOT NULL, due TEXT NOT NULL, task TEXT NOT NULL, flow TEXT NOT NULL, element TEXT NOT NULL, clearance TEXT NOT NULL, PRIMARY KEY (attention, seat, due, task)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS seat_task ON task_seat (task);
CREATE TABLE IF NOT EXISTS due_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS due_at ON due_row (state, at);
CREATE TABLE IF NOT EXISTS subscription_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS subscription_name ON subscription_row (name, state);
CREATE TABLE IF NOT EXISTS outbox_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, case_id TEXT NOT NULL, state TEXT NOT NULL, json TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS outbox_case ON outbox_row (case_id);
CREATE INDEX IF NOT EXISTS outbox_state ON outbox_row (state, id);
CREATE TABLE IF NOT EXISTS file_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, case_id TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS definition_row (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, json TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS case_grams USING fts5 (case_id UNINDEXED, grams, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE IF NOT EXISTS leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, fence INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS form_drafts (person TEXT NOT NULL, form TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (person, form)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stored_files (id TEXT PRIMARY KEY, uploaded TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
`;

/** The projections: what a rebuild empties and fills again. */
export const PROJECTIONS = [
  'heads',
  'case_row',
  'case_reader',
  'task_row',
  'task_seat',
  'due_row',
  'subscription_row',
  'outbox_row',
  'file_row',
  'definition_row',
  'case_grams',
] as const;
