// Slack's limits, one table. Documented ones as documented; where Slack gives none, a figure that is known to pass.
export const limits = {
    messageBlocks: 50,
    viewBlocks: 100,
    /** `text` is cut by Slack at 40,000; longer than this is not advised. */
    text: 3900,
    /** Undocumented: blocks as a whole fail with `msg_blocks_too_long` somewhat above 13,000. */
    blocksLength: 10_000,
    /** Of one rich text block; none is documented. */
    richText: 2800,
    sectionText: 3000,
    headerText: 150,
    contextElements: 10,
    actionElements: 25,
    buttonText: 75,
    buttonValue: 2000,
    optionText: 75,
    optionValue: 75,
    options: 100,
    placeholder: 150,
    modalTitle: 24,
    inputText: 3000,
    privateMetadata: 3000,
    prompts: 4,
    promptText: 75,
    /** `views.push` on top of the first one. */
    viewStack: 3,
    /** Answers that one response address takes. */
    responseUses: 5,
};
/** What reads well on a phone. */
export const layout = {
    /** Characters of one quoted cell before 「全文」. */
    summaryQuote: 220,
    /** Of an answer before 「全文」, quotes and entries together. */
    summaryTotal: 1100,
    summaryEntries: 8,
    /** Characters of the remark of an entry in the summary. */
    note: 24,
    /** Characters of a page of the full text. */
    page: 2600,
    /** A single line is cut up beyond this. */
    line: 1200,
    buttons: 8,
    buttonLabel: 36,
    townshipButtons: 6,
};
