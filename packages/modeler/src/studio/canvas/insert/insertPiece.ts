import { makePiece, type Piece } from '../palette/piece.ts';
import type { Drawn, Injector } from '../services.ts';
import type { Insertion } from './insertHandler.ts';

/** Inserts a new piece after an element or on an arrow, brings it into view and opens its name for typing. */
export function insertPiece(injector: Injector, piece: Piece, where: Omit<Insertion, 'shape'>): Drawn {
  const [shape] = makePiece(injector, piece);
  const insertion: Insertion = { shape, ...where };
  injector.get('commandStack').execute('office.insert', insertion);
  injector.get('canvas').scrollToElement(shape, 120);
  injector.get('selection').select(shape);
  injector.get('directEditing').activate(shape);
  return shape;
}
