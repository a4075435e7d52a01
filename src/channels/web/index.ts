export { createWebApp } from './app.ts';
export { AuditFile } from './audit-file.ts';
export { createItemLinkSigner, type ItemLinkSigner } from './access/item-link.ts';
export { toTokenHash } from './access/tokens.ts';
export type { WebConfig, WebDeps, WebLogger, WebStore } from './deps.ts';
