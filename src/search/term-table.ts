// Terms → their numbers. A Map of a hundred thousand short strings costs seventeen megabytes and a fifth of a second
// to fill; here the characters stand in one array, and looking up makes no string.

export interface TermTable {
  readonly size: number;
  /** The number of a term, or of the part of a text; −1 for one that was not added. */
  idOf(text: string, start?: number, end?: number): number;
  /** The number of the part of a text from `start` up to `end`; it is added when it is new. */
  add(text: string, start: number, end: number): number;
  /** In the order of their numbers. */
  terms(): Iterable<string>;
}

/** Half of the slots stay empty. */
const SLOTS_PER_TERM = 2;
const FEWEST_SLOTS = 64;

function hash(text: string, start: number, end: number): number {
  let code = 0x811c9dc5;
  for (let i = start; i < end; i++) code = Math.imul(code ^ text.charCodeAt(i), 0x01000193);
  // neighbouring characters differ in the lowest bits only
  return (code ^ (code >>> 15)) >>> 0;
}

/** Room for about so many terms is made at once; more are taken all the same. */
export function createTermTable(expected = 0): TermTable {
  let size = 0;
  let characters = new Uint16Array(Math.max(FEWEST_SLOTS, expected * 3));
  /** By number: where its characters start; one more for the end of the last. */
  let starts = new Int32Array(Math.max(FEWEST_SLOTS, expected) + 1);
  /** Number + 1 by hash; 0 is empty, and the next slot is looked at when one is taken. */
  let slots = new Int32Array(slotsFor(expected));

  function slotsFor(terms: number): number {
    return 2 ** Math.ceil(Math.log2(Math.max(FEWEST_SLOTS, terms * SLOTS_PER_TERM)));
  }

  /** The slot of a term, or the empty one where it belongs. */
  function slotOf(text: string, start: number, end: number): number {
    const mask = slots.length - 1;
    for (let slot = hash(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[slot] ?? 0) - 1;
      if (id < 0) return slot;
      const from = starts[id] ?? 0;
      if ((starts[id + 1] ?? 0) - from !== end - start) continue;
      let i = 0;
      while (start + i < end && characters[from + i] === text.charCodeAt(start + i)) i++;
      if (start + i === end) return slot;
    }
  }

  function termOf(id: number): string {
    const from = starts[id] ?? 0;
    const to = starts[id + 1] ?? 0;
    // most are pairs
    return to - from === 2
      ? String.fromCharCode(characters[from] ?? 0, characters[from + 1] ?? 0)
      : String.fromCharCode(...characters.subarray(from, to));
  }

  function grow(): void {
    const terms = Array.from({ length: size }, (_, id) => termOf(id));
    slots = new Int32Array(slots.length * 2);
    terms.forEach((term, id) => {
      slots[slotOf(term, 0, term.length)] = id + 1;
    });
  }

  return {
    get size() {
      return size;
    },
    idOf: (text, start = 0, end = text.length) => (slots[slotOf(text, start, end)] ?? 0) - 1,
    add(text, start, end) {
      let slot = slotOf(text, start, end);
      const known = slots[slot] ?? 0;
      if (known > 0) return known - 1;
      if ((size + 1) * SLOTS_PER_TERM > slots.length) {
        grow();
        slot = slotOf(text, start, end);
      }
      const from = starts[size] ?? 0;
      const to = from + end - start;
      if (to > characters.length) characters = enlarge(characters, to);
      if (size + 2 > starts.length) starts = enlarge(starts, size + 2);
      for (let i = start; i < end; i++) characters[from + i - start] = text.charCodeAt(i);
      starts[size + 1] = to;
      size++;
      slots[slot] = size;
      return size - 1;
    },
    *terms() {
      for (let id = 0; id < size; id++) yield termOf(id);
    },
  };
}

function enlarge<T extends Uint16Array | Int32Array>(array: T, least: number): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}
