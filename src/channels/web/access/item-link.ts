// Signed links: for whoever has one, exactly one item of an internal list exists until the link expires.
import { toPermalink } from '../../../duty/index.ts';
import { isSignature, sign } from './signature.ts';

const PURPOSE = 'item-link';
// mbx3k2q0.Zm9v…  (expiry in seconds, base 36; signature)
const GRANT = /^(?<expires>[0-9a-z]{1,9})\.(?<signature>[\w-]{43})$/;

/** Makes links for chats that may show an internal item. */
export interface ItemLinkSigner {
  /** The item's address with a grant that ends at `expiresAt` (milliseconds since 1970). */
  toLink(itemId: string, expiresAt: number): string;
}

export function createItemLinkSigner(baseUrl: string, signingKey: string): ItemLinkSigner {
  return {
    toLink: (itemId, expiresAt) =>
      `${toPermalink(baseUrl, itemId)}?k=${toGrant(itemId, expiresAt, signingKey)}`,
  };
}

export function toGrant(itemId: string, expiresAt: number, signingKey: string): string {
  const expires = Math.floor(expiresAt / 1000).toString(36);
  return `${expires}.${sign(signingKey, PURPOSE, `${itemId}\n${expires}`)}`;
}

/** When a grant ends (milliseconds since 1970), by its own words; null when it is not a grant at all. */
export function endOfGrant(grant: string): number | null {
  const expires = GRANT.exec(grant)?.groups?.['expires'];
  return expires === undefined ? null : Number.parseInt(expires, 36) * 1000;
}

/** Whether a grant (`?k=`) opens this item now. */
export function isGrantFor(itemId: string, grant: string, signingKey: string, now: number): boolean {
  const groups = GRANT.exec(grant)?.groups;
  if (!groups) return false;
  const expires = groups['expires'] ?? '';
  return (
    Number.parseInt(expires, 36) * 1000 > now &&
    isSignature(signingKey, PURPOSE, `${itemId}\n${expires}`, groups['signature'] ?? '')
  );
}
