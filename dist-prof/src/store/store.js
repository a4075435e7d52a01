// What must survive a restart, as plain functions. All calls are synchronous and never throw for a disk that is
// full or read-only: the store then goes on in memory and says so once (see degraded).
export {};
