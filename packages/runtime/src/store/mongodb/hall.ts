import type { Connection } from 'mongoose';
import type { Clock } from '../../words/clock.ts';
import type { Collections } from './collections.ts';
import type { Reach } from './reach.ts';

/** What all pieces of an opened store share. */
export interface Hall {
  readonly connection: Connection;
  readonly collections: Collections;
  readonly reach: Reach;
  readonly clock: Clock;
  /** Random; tells this opened store's commits from those of others. */
  readonly name: string;
  readonly server: Server;
  /** How long a write is tried again whose outcome is unknown, in milliseconds. */
  readonly patience: number;
  /** How often others' commits are looked for, in milliseconds. */
  readonly every: number;
  /** 32 hexadecimal digits. */
  readonly random: () => string;
}

/** What the server calls itself, and whether it offers change streams. */
export interface Server {
  readonly name: 'MongoDB' | 'FerretDB';
  readonly version: string;
  readonly streams: boolean;
}
