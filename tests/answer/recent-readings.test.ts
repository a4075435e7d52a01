import { describe, expect, it } from 'vitest';
import type { Reader, Reading } from '../../src/answer/reading.ts';
import { keepRecentReadings } from '../../src/answer/recent-readings.ts';

/** A reader that notes what it is asked to read. */
function createCountingReader(): { reader: Reader; read: string[] } {
  const read: string[] = [];
  const reader: Reader = {
    read(text, visible) {
      read.push(`${text} ${[...(visible ?? ['*'])].join()}`);
      return { text } as Reading;
    },
    departments: () => [],
    leftover: () => 0,
  };
  return { reader: keepRecentReadings(reader), read };
}

describe('keepRecentReadings', () => {
  it('reads the same text once', () => {
    const { reader, read } = createCountingReader();
    expect(reader.read('秸秆')).toBe(reader.read('秸秆'));
    reader.read('低保');
    expect(read).toEqual(['秸秆 *', '低保 *']);
  });

  it('never gives what was read with other lists in view', () => {
    const { reader, read } = createCountingReader();
    const few = new Set(['a']);
    reader.read('秸秆', few);
    reader.read('秸秆');
    reader.read('秸秆', new Set(['b']));
    reader.read('秸秆', few);
    expect(read).toEqual(['秸秆 a', '秸秆 *', '秸秆 b']);
  });

  it('forgets the text that was not asked for longest', () => {
    const { reader, read } = createCountingReader();
    reader.read('first');
    for (let i = 0; i < 63; i++) reader.read(`${i}`);
    reader.read('first');
    expect(read).toHaveLength(64);
    reader.read('one more');
    reader.read('first');
    expect(read).toHaveLength(65);
    reader.read('0');
    expect(read.at(-1)).toBe('0 *');
  });
});
