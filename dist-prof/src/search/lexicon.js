// The compiled lexicon (data/lexicon.json): matters with their everyday phrases, their links to items, words
// of questions and the character tables. Written by the index builder from data/lexicon/*.yaml.
import { z } from 'zod';
import { OrganisationTable } from '../duty/index.js';
import { CharacterTables } from '../language/index.js';
/** One thing people ask about, independent of township. */
export const Matter = z.object({
    id: z.string().min(1),
    title: z.string().min(1),
    /** Official names it goes by. Empty for a matter that stands on no list (`outside`). */
    names: z.array(z.string()),
    /** Matters on its seam: same subject, other facet or list. */
    related: z.array(z.string()),
    phrases: z.array(z.string()),
    /** True for everyday business that duty lists do not carry (护照, 公积金). It competes, it is never an answer. */
    outside: z.boolean(),
});
/** Why an item is taken to be a row of a matter. */
export const MatterLink = z.object({
    matter: z.string().min(1),
    /** 0…1, likeness of the names; 1 for a reviewed or verbatim link. */
    score: z.number(),
    by: z.enum(['review', 'name', 'likeness']),
});
/** Words of questions, by what they do. See data/lexicon/questions.yaml. */
export const QuestionWords = z.object({
    /** Removed before searching: 请问, 到底, 归谁管. */
    noise: z.array(z.string()),
    /** Facet → words that ask for it in a question, and a pattern that marks names of items with it. */
    facets: z.record(z.string(), z.object({ asked: z.array(z.string()), names: z.string() })),
    /** Words that carry little by themselves: kept, but weighed down (村里, 老乡, 今天). */
    weak: z.array(z.string()),
    /** Words of follow-ups, which ask about the row talked about and name no matter: 要做啥, 走哪几步, 是谁接走了. */
    pointers: z.array(z.string()),
    greetings: z.array(z.string()),
    help: z.array(z.string()),
    /** Clearly none of our business (天气, 股票, 写诗). */
    offTopic: z.array(z.string()),
});
export const Lexicon = z.object({
    formatVersion: z.literal(1),
    matters: z.array(Matter),
    /** Item id → links, best first. Items that could not be linked are absent. */
    links: z.record(z.string(), z.array(MatterLink)),
    words: QuestionWords,
    organisations: OrganisationTable,
    characters: CharacterTables,
});
