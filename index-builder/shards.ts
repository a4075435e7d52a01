// The place where the rebuild makes the search index of each township.
import type { DutyFile } from '../src/duty/index.ts';

/** Builds the shards of all documents below the root. Until the search room has its builder there is nothing to do. */
export async function buildShards(_file: DutyFile, _rootDir: string): Promise<void> {
  await Promise.resolve();
}
