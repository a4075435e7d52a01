export { DATABASE_FILE, openStore } from './open-store.js';
export { deriveKey, keyedHash, loadStateKey } from './state-key.js';
export { StoreTooNewError } from './migrations.js';
export { openDatabase } from './database.js';
