// The hand-written lexicon files (data/lexicon/*.yaml) as a 编办 officer edits them.
import { z } from 'zod';
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '应为小写英文、数字和连字符');
/** data/lexicon/matters/*.yaml */
export const MatterEntry = z.strictObject({
    id: slug,
    title: z.string().min(2).max(40),
    names: z.array(z.string().min(2)).min(1),
    related: z.array(slug).default([]),
    phrases: z.array(z.string().min(1).max(60)).min(12, '每个事情至少 12 条日常说法'),
});
/** data/lexicon/outside.yaml: everyday business that duty lists do not carry. */
export const OutsideEntry = z.strictObject({
    id: slug,
    title: z.string().min(2).max(40),
    phrases: z.array(z.string().min(1).max(60)).min(3),
});
/** data/lexicon/questions.yaml */
export const QuestionsFile = z.strictObject({
    noise: z.array(z.string().min(1)),
    weak: z.array(z.string().min(1)),
    facets: z.record(z.string(), z.strictObject({ asked: z.array(z.string().min(1)), names: z.string().min(1) })),
    pointers: z.array(z.string().min(1)),
    greetings: z.array(z.string().min(1)),
    help: z.array(z.string().min(1)),
    offTopic: z.array(z.string().min(1)),
});
/** data/lexicon/links.yaml: reviewed links that overrule the automatic ones; [] says: belongs to no matter. */
export const LinksFile = z.record(z.string(), z.array(slug));
/** data/lexicon/look-alikes.yaml */
export const LookAlikesFile = z.array(z.string().min(2));
/** data/lexicon/stories/*.yaml: told questions and complaints, by matter. */
export const StoriesFile = z.record(slug, z.array(z.string().min(4).max(400)).min(1));
