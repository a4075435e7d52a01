// CSV that a spreadsheet opens rightly: UTF-8 with its mark, CRLF, and no cell that it would run as a formula.
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
function toCell(value) {
    const text = String(value);
    const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
    return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
export function toCsv(header, rows) {
    return `\ufeff${[header, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}
