// The server's side of a WebSocket, as much as Socket Mode needs: text, ping, close. No fragments, no extensions.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

export interface ServerSocket {
  send(text: string): void;
  /** The closing handshake of the protocol. */
  close(): void;
  /** The line is cut. */
  cut(): void;
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff])
        : Buffer.concat([
            Buffer.from([0x80 | opcode, 127]),
            Buffer.alloc(4),
            Buffer.from([
              (length >>> 24) & 0xff,
              (length >>> 16) & 0xff,
              (length >>> 8) & 0xff,
              length & 0xff,
            ]),
          ]);
  return Buffer.concat([head, payload]);
}

interface Frame {
  opcode: number;
  payload: Buffer;
  size: number;
}

/** The first whole frame of what was read; null when more must come. */
function parse(data: Buffer): Frame | null {
  if (data.length < 2) return null;
  const short = (data[1] ?? 0) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  if (data.length < maskAt + 4) return null;
  const length =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  const size = maskAt + 4 + length;
  if (data.length < size) return null;
  const mask = data.subarray(maskAt, maskAt + 4);
  const payload = Buffer.from(data.subarray(maskAt + 4, size).map((byte, i) => byte ^ (mask[i % 4] ?? 0)));
  return { opcode: (data[0] ?? 0) & 0x0f, payload, size };
}

/** Takes over an upgraded connection. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  on: { text: (text: string) => void; closed: () => void },
): ServerSocket {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending = Buffer.alloc(0);
  let isClosing = false;
  const write = (opcode: number, payload: Buffer): void => {
    if (!socket.destroyed) socket.write(frame(opcode, payload));
  };
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let next = parse(pending); next; next = parse(pending)) {
      pending = pending.subarray(next.size);
      if (next.opcode === TEXT) on.text(next.payload.toString());
      else if (next.opcode === PING) write(PONG, next.payload);
      else if (next.opcode === CLOSE) {
        if (!isClosing) write(CLOSE, next.payload);
        socket.end();
      }
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', on.closed);
  return {
    send: (text) => write(TEXT, Buffer.from(text)),
    close() {
      isClosing = true;
      write(CLOSE, Buffer.from([0x03, 0xe8]));
    },
    cut: () => void socket.destroy(),
  };
}
