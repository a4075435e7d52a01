// Who is asking, as far as limits are concerned.
import { getConnInfo } from '@hono/node-server/conninfo';
// 2001:db8:1:2:…
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*$/i;
/**
 * The client's address, an IPv6 one by its /64 network. `X-Forwarded-For` counts only behind a trusted proxy, and
 * of it only what that proxy itself wrote: the last entry. `unknown` where there is no connection (tests).
 */
export function clientAddress(c, trustProxy) {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    return toNetwork(forwarded === undefined || forwarded === '' ? connectionAddress(c) : forwarded.slice(0, 64));
}
function connectionAddress(c) {
    try {
        return getConnInfo(c).remote.address ?? 'unknown';
    }
    catch {
        return 'unknown'; // called without a socket
    }
}
function toNetwork(address) {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    return IPV6.test(plain) ? plain.toLowerCase().split(':').slice(0, 4).join(':') : plain;
}
