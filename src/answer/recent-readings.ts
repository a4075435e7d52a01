// A conversation's history comes with every question and is read again for its places, its topic and the row talked
// about. What was read lately is kept: a reading depends on nothing but the text and what the reader may see.
import type { Reader, Reading } from './reading.ts';

const MOST_KEPT = 64;
const EVERYTHING: ReadonlySet<string> = new Set();

/** The same reader, which reads the same text for the same reader but once while it is among the last ones. */
export function keepRecentReadings(reader: Reader): Reader {
  const readings = new WeakMap<ReadonlySet<string>, Map<string, Reading>>();
  return {
    ...reader,
    read(text, visible) {
      const recent = readings.get(visible ?? EVERYTHING) ?? new Map<string, Reading>();
      readings.set(visible ?? EVERYTHING, recent);
      const known = recent.get(text);
      const reading = known ?? reader.read(text, visible);
      // the oldest stands first
      recent.delete(text);
      recent.set(text, reading);
      for (const oldest of recent.keys()) {
        if (recent.size <= MOST_KEPT) break;
        recent.delete(oldest);
      }
      return reading;
    },
  };
}
