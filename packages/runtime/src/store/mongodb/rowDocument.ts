import type { Row } from '../../ports/rows.ts';
import { caseKey } from '../cursor.ts';
import { gramsOf } from '../grams.ts';
import { placesOf } from '../places.ts';
import { rankOf, readersOf } from '../visible.ts';
import type { Projected } from './documents.ts';

/** A row as it is stored: whole as JSON, with the fields that it is searched by beside it. */
export function rowDocument(row: Row): Projected {
  const document = { _id: row.id, revision: row.revision, json: JSON.stringify(row) };
  switch (row.table) {
    case 'case':
      return {
        ...document,
        key: caseKey(row),
        flow: row.flow,
        definition: row.definition,
        status: row.status,
        ...(row.initiator === null ? {} : { initiator: row.initiator }),
        ended: row.endedAt !== null,
        rank: rankOf(row.clearance),
        readers: readersOf(row),
        ...(row.choosing ? { choosing: row.choosing } : {}),
        grams: gramsOf(row),
      } as Projected;
    case 'task':
      return {
        ...document,
        ...placesOf(row),
        case: row.case,
        flow: row.flow,
        element: row.element,
        rank: rankOf(row.clearance),
        ...(row.barred ? { barred: row.barred } : {}),
      } as Projected;
    case 'due':
      return { ...document, armed: row.state === 'armed', at: row.at } as Projected;
    case 'subscription':
      return { ...document, name: row.name, to: row.to, open: row.state === 'open' } as Projected;
    case 'outbox':
      return { ...document, case: row.case, open: row.state === 'pending' || row.state === 'undelivered', sent: row.sentAt } as Projected;
    case 'file':
      return { ...document, case: row.case } as Projected;
    case 'definition':
      return document;
  }
}
