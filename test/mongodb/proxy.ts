import { createServer, connect, type Socket } from 'node:net';
import { mongo } from 'mongoose';

const { BSON } = mongo;

/** What a client sends: a command with its fields; `on` is the collection. */
export interface Sent {
  readonly name: string;
  readonly on: string;
  readonly fields: { readonly [field: string]: unknown };
}

/**
 * What the proxy does with a command. `cut`: never forwarded, the connection breaks. `lose`: carried out, and the connection breaks before
 * the answer is back. `answer`: answered here (after the promise), never forwarded. `change`: carried out, another answer comes back. `hold`: carried out, the
 * answer waits for the promise. `late`: forwarded after the promise, as another command.
 */
export type Fault =
  | { readonly kind: 'cut' | 'lose' }
  | { readonly kind: 'answer'; readonly with: object; readonly after?: Promise<unknown> }
  | { readonly kind: 'change'; readonly to: (answer: object) => object }
  | { readonly kind: 'hold'; readonly until: Promise<unknown> }
  | { readonly kind: 'late'; readonly after: Promise<unknown>; readonly as: (fields: Sent['fields']) => object };

/** A proxy before a MongoDB server that plays what goes wrong between the two. */
export interface Proxy {
  readonly uri: string;
  /** Asked for each command; undefined lets it pass. */
  fault: (sent: Sent) => Fault | undefined;
  /** All commands that came in, those of the driver's own monitoring left out. */
  readonly sent: Sent[];
  /** Breaks all connections and takes no new ones, until `up`. */
  down(): void;
  up(): void;
  close(): Promise<void>;
}

const OP_MSG = 2013;
const HEADER = 16;
/** Header, flags and the kind of the first section. */
const BODY = HEADER + 5;
const OWN = new Set(['ismaster', 'isMaster', 'endSessions']);

export async function openProxy(uri: string): Promise<Proxy> {
  const [, host = '127.0.0.1', port = '27017'] = /^mongodb:\/\/(?:[^@/]*@)?([^:/,]+):(\d+)/.exec(uri) ?? [];
  const sockets = new Set<Socket>();
  let isUp = true;
  const server = createServer((client) => {
    if (!isUp) return void client.destroy();
    const upstream = connect(Number(port), host);
    for (const socket of [client, upstream]) sockets.add(socket);
    join(client, upstream);
  });
  const proxy: Proxy = {
    uri: '',
    fault: () => undefined,
    sent: [],
    down() {
      isUp = false;
      for (const socket of sockets) socket.destroy();
    },
    up() {
      isUp = true;
    },
    async close() {
      proxy.down();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };

  function join(client: Socket, upstream: Socket): void {
    const faults = new Map<number, Fault>();
    const end = (): void => {
      for (const socket of [client, upstream]) {
        sockets.delete(socket);
        socket.destroy();
      }
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    client.on(
      'data',
      messages((message) => {
        const fault = faultFor(message);
        if (fault?.kind === 'cut') return end();
        if (fault?.kind === 'answer') {
          const answer = reply(message.readInt32LE(4), fault.with);
          return void Promise.resolve(fault.after).then(() => client.write(answer));
        }
        if (fault?.kind === 'late') {
          const other = request(message.readInt32LE(4), fault.as(sentIn(message)?.fields ?? {}));
          return void fault.after.then(() => upstream.write(other));
        }
        if (fault) faults.set(message.readInt32LE(4), fault);
        upstream.write(message);
      }),
    );
    upstream.on(
      'data',
      messages((message) => {
        const asked = message.readInt32LE(8);
        const fault = faults.get(asked);
        faults.delete(asked);
        if (fault?.kind === 'lose') return end();
        if (fault?.kind === 'change') return void client.write(reply(asked, fault.to(BSON.deserialize(message.subarray(BODY)))));
        if (fault?.kind === 'hold') return void fault.until.then(() => client.write(message));
        client.write(message);
      }),
    );
  }

  function faultFor(message: Buffer): Fault | undefined {
    const command = sentIn(message);
    if (!command || OWN.has(command.name) || (command.name === 'hello' && !command.fields['lsid'])) return undefined;
    proxy.sent.push(command);
    return proxy.fault(command);
  }

  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  return Object.assign(proxy, { uri: `mongodb://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/` });
}

/** Calls back for each whole message of a stream of bytes. */
function messages(take: (message: Buffer) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      take(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}

function sentIn(message: Buffer): Sent | undefined {
  if (message.readInt32LE(12) !== OP_MSG || message[BODY - 1] !== 0) return undefined;
  const end = BODY + message.readInt32LE(BODY);
  const fields = BSON.deserialize(message.subarray(BODY, end));
  const [name = ''] = Object.keys(fields);
  return { name, on: String(fields[name]), fields: { ...fields, ...sequenceIn(message.subarray(end)) } };
}

/** What is sent many times over stands after the command: its kind, its length, the field's name, then the documents. */
function sequenceIn(section: Buffer): { readonly [field: string]: readonly object[] } {
  if (section[0] !== 1) return {};
  const end = 1 + section.readInt32LE(1);
  const first = section.indexOf(0, 5) + 1;
  const documents: object[] = [];
  for (let at = first; at < end; at += section.readInt32LE(at))
    documents.push(BSON.deserialize(section.subarray(at, at + section.readInt32LE(at))));
  return { [section.toString('utf8', 5, first - 1)]: documents };
}

const request = (id: number, command: object): Buffer => messageOf({ id, to: 0 }, command);
const reply = (to: number, answer: object): Buffer => messageOf({ id: 0, to }, answer);

function messageOf({ id, to }: { readonly id: number; readonly to: number }, document: object): Buffer {
  const body = BSON.serialize(document);
  const head = Buffer.alloc(BODY);
  head.writeInt32LE(BODY + body.length, 0);
  head.writeInt32LE(id, 4);
  head.writeInt32LE(to, 8);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
}
