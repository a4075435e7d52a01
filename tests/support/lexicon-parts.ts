// Parts of the committed lexicon, apart from the rest of the data: cheap to load where no list is needed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CharacterTables, createCharacters, type Characters } from '../../src/language/index.ts';
import { QuestionWords } from '../../src/search/lexicon.ts';

const LEXICON = path.resolve(import.meta.dirname, '../../data/lexicon.json');
const LexiconParts = z.object({ characters: CharacterTables, words: QuestionWords });

export function loadLexiconParts(): { characters: Characters; words: QuestionWords } {
  const { characters, words } = LexiconParts.parse(JSON.parse(readFileSync(LEXICON, 'utf8')));
  return { characters: createCharacters(characters), words };
}
