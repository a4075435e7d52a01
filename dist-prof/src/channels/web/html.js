// The one way in which markup is made: Hono's tag, which escapes every value that is not markup already.
import { html } from 'hono/html';
export { html, raw } from 'hono/html';
/** Markup between parts, e.g. a separator between links. */
export function join(parts, separator) {
    return parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part]));
}
