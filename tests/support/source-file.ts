// Reads one of the published lists as the builder hands it to a format.
import { readFileSync } from 'node:fs';
import type { SourceText } from '../../index-builder/draft.ts';

const SOURCES = new URL('../../data/sources/', import.meta.url);

/** The lines of a file in data/sources, byte order mark and carriage returns removed. */
export function readSourceText(file: string): SourceText {
  const text = readFileSync(new URL(file, SOURCES), 'utf8').replace(/^\ufeff/, '');
  return { file, lines: text.split(/\r\n|\r|\n/) };
}

/** Any text as a source. */
export function toSourceText(text: string): SourceText {
  return { file: 'test.txt', lines: text.split('\n') };
}
