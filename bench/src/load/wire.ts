import { connect, type Socket } from 'node:net';

/** What a server answered. `body` is text, empty where there was none. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  /** The first cookie that was set, as it is sent back; empty where there was none. */
  readonly cookie: string;
}

/** One connection that is kept open, one request at a time: so thin that the load it makes is the server's, not its own. */
export interface Wire {
  send(request: { readonly method: string; readonly path: string; readonly body?: unknown; readonly cookie?: string }): Promise<Reply>;
  close(): void;
}

interface Waiting {
  readonly done: (reply: Reply) => void;
  readonly failed: (error: Error) => void;
}

/** Connects to a server of this machine that answers with a Content-Length, as express does. */
export async function openWire(address: string): Promise<Wire> {
  const { hostname, port, host } = new URL(address);
  const socket = await connected(Number(port), hostname);
  let waiting: Waiting | undefined;
  let received: Buffer = Buffer.alloc(0);
  const settle = (reply: Reply | Error): void => {
    const asked = waiting;
    waiting = undefined;
    if (reply instanceof Error) asked?.failed(reply);
    else asked?.done(reply);
  };
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const whole = wholeReply(received);
    if (!whole) return;
    received = Buffer.alloc(0);
    settle(whole);
  });
  socket.on('error', (error) => settle(error));
  socket.on('close', () => settle(new Error('the server closed the connection')));
  return {
    send: ({ method, path, body, cookie }) =>
      new Promise((done, failed) => {
        waiting = { done, failed };
        const text = body === undefined ? '' : JSON.stringify(body);
        const lines = [
          `${method} ${path} HTTP/1.1`,
          `Host: ${host}`,
          ...(cookie ? [`Cookie: ${cookie}`] : []),
          ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
        ];
        socket.write(`${lines.join('\r\n')}\r\n\r\n${text}`);
      }),
    close: () => void socket.destroy(),
  };
}

function connected(port: number, host: string): Promise<Socket> {
  return new Promise((done, failed) => {
    const socket = connect({ port, host, noDelay: true }, () => {
      socket.off('error', failed);
      done(socket);
    });
    socket.once('error', failed);
  });
}

function wholeReply(received: Buffer): Reply | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  if (received.length < end + 4 + length) return undefined;
  return {
    status: Number(head.slice(9, 12)),
    body: received.toString('utf8', end + 4, end + 4 + length),
    cookie: /^set-cookie: ([^;\r]*)/im.exec(head)?.[1] ?? '',
  };
}
