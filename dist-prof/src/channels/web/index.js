export { createWebApp } from './app.js';
export { AuditFile } from './audit-file.js';
export { createItemLinkSigner } from './access/item-link.js';
export { toTokenHash } from './access/tokens.js';
