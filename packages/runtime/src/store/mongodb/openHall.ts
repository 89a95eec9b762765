import { createConnection, type Connection } from 'mongoose';
import { StoreUnavailable } from '../../ports/store.ts';
import { systemClock, type Clock } from '../../words/clock.ts';
import { collectionsOf } from './collections.ts';
import type { Hall, Server } from './hall.ts';
import { reaching, type Probe } from './reach.ts';

/** Which database on which server, and how. */
export interface MongoPlace {
  readonly uri: string;
  /** The database, whatever the URI says. */
  readonly database?: string;
  /** The database where the URI names none; `guicheng` unless told. */
  readonly fallback?: string;
  readonly clock?: Clock;
  readonly probe?: Probe;
  /** How long a write is tried again whose outcome is unknown, in milliseconds; 8000 unless told. */
  readonly patience?: number;
  /** How often others' commits are looked for, in milliseconds; 500 unless told. */
  readonly every?: number;
  /** Reports every command: for watching what is sent. */
  readonly monitored?: boolean;
}

/** How long a server is looked for, and how long an answer is waited for, in milliseconds. */
const SEARCH = 3000;
const ANSWER = 20_000;

const random = (): string => globalThis.crypto.randomUUID().replaceAll('-', '');

/** Connects, learns what the server is, and makes the indexes. Throws `StoreUnavailable` naming the server, never its password. */
export async function openHall(place: MongoPlace): Promise<Hall> {
  const reach = reaching(place.probe);
  const patience = place.patience ?? 8000;
  const connection = await connect(place).catch((error: unknown) => {
    throw new StoreUnavailable(`${hostsOf(place.uri)} cannot be reached: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  });
  try {
    const collections = collectionsOf(connection);
    const server = await reach('ask server', () => serverOf(connection));
    for (const collection of Object.values(collections)) await reach('make indexes', () => collection.createIndexes());
    return {
      connection,
      collections,
      reach,
      clock: place.clock ?? systemClock,
      name: random(),
      server,
      patience,
      every: place.every ?? 500,
      random,
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Every write waits until a majority has it in its journal; what is read is what a majority has. */
async function connect(place: MongoPlace): Promise<Connection> {
  const named = /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/.test(place.uri);
  const database = place.database ?? (named ? undefined : (place.fallback ?? 'guicheng'));
  return createConnection(place.uri, {
    ...(database === undefined ? {} : { dbName: database }),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    serverSelectionTimeoutMS: SEARCH,
    connectTimeoutMS: SEARCH,
    socketTimeoutMS: ANSWER,
    waitQueueTimeoutMS: ANSWER,
    monitorCommands: place.monitored ?? false,
  }).asPromise();
}

async function serverOf(connection: Connection): Promise<Server> {
  const admin = connection.getClient().db('admin');
  const build = (await admin.command({ buildInfo: 1 })) as { readonly version?: string; readonly ferretdbVersion?: string };
  const hello = (await admin.command({ hello: 1 })) as { readonly setName?: string; readonly msg?: string };
  const { version = 'unknown', ferretdbVersion } = build;
  return {
    ...(ferretdbVersion === undefined
      ? { name: 'MongoDB', version }
      : { name: 'FerretDB', version: `${ferretdbVersion} (speaks as MongoDB ${version})` }),
    streams: hello.setName !== undefined || hello.msg === 'isdbgrid',
  };
}

/** The hosts of a URI, without user and password. */
const hostsOf = (uri: string): string =>
  /^(mongodb(?:\+srv)?:\/\/)(?:[^@/]*@)?([^/?]*)/.exec(uri)?.slice(1).join('') ?? 'the MongoDB server';
