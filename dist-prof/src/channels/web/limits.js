// One table of the page's own limits.
export const LIMITS = {
    /** Characters of a question in the page's field and in an address. */
    question: 500,
    /** Characters of a question sent as JSON. */
    apiQuestion: 5000,
    /** Bytes of a request body. */
    bodyBytes: 64 * 1024,
    /** Earlier exchanges that a conversation carries along, and how long they may be together, as characters. */
    exchanges: 4,
    exchangeCharacters: 800,
    /** Rows of one page of a listing. */
    rows: 60,
    /** Items of one dispute sheet. */
    sheetItems: 12,
    /** Lines and characters of one page of source text. */
    sourceLines: 240,
    sourceCharacters: 12_000,
    suggestions: 8,
    comment: 500,
    sessionMs: 12 * 60 * 60 * 1000,
    /** Sign-in attempts a minute and client address. */
    signInsPerMinute: 10,
    /** Client addresses remembered by the rate limiter. */
    addresses: 20_000,
    /** Questions that the keeper's page looks back over. */
    keeperQuestions: 5000,
    keeperDays: 90,
    apiRows: 100,
    apiHistory: 20,
    /** How long public pages may be kept, by others and by us, and how much of them we keep. */
    publicSeconds: 60,
    pageMemoryBytes: 24 * 1024 * 1024,
    /** Bodies from this size on are compressed. */
    compressFrom: 1000,
    /** Answers that are remembered, and the longest question and history of one. */
    answers: 2000,
    answerKey: 4000,
};
