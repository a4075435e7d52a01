// The committed character tables, apart from the rest of the data: what the language room needs of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CharacterTables, createCharacters, type Characters } from '../../src/language/index.ts';

const LEXICON = path.resolve(import.meta.dirname, '../../data/lexicon.json');

export function loadRealCharacters(): Characters {
  const lexicon: unknown = JSON.parse(readFileSync(LEXICON, 'utf8'));
  return createCharacters(z.object({ characters: CharacterTables }).parse(lexicon).characters);
}
