// Slack's documented limits of Block Kit, checked the way Slack would, in figures of its own: it shares none with the
// code that it checks. Everything that it does not know is a breach.

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

class Check {
  readonly breaches: string[] = [];

  fail(where: string, what: string): void {
    this.breaches.push(`${where}: ${what}`);
  }

  text(where: string, value: unknown, most: number, least = 1): void {
    if (typeof value !== 'string') this.fail(where, 'no text');
    else if ([...value].length > most || value.length > most * 1.5)
      this.fail(where, `${[...value].length} > ${most}`);
    else if (value.length < least) this.fail(where, 'empty');
  }

  optionalText(where: string, value: unknown, most: number): void {
    if (value !== undefined) this.text(where, value, most);
  }

  plain(where: string, value: unknown, most: number): void {
    if (!isObject(value) || value['type'] !== 'plain_text') return this.fail(where, 'not plain_text');
    this.text(where, value['text'], most);
  }

  object(where: string, value: unknown, most: number): void {
    if (!isObject(value)) return this.fail(where, 'no text object');
    if (value['type'] === 'mrkdwn') {
      this.text(where, value['text'], most);
      if (value['verbatim'] !== true) this.fail(where, 'mrkdwn that Slack may rewrite');
    } else this.plain(where, value, most);
  }
}

function option(check: Check, where: string, value: unknown): void {
  if (!isObject(value)) return check.fail(where, 'no option');
  check.plain(`${where}.text`, value['text'], 75);
  check.text(`${where}.value`, value['value'], 150);
}

function element(check: Check, where: string, value: Json): void {
  check.optionalText(`${where}.action_id`, value['action_id'], 255);
  if (value['placeholder'] !== undefined) check.plain(`${where}.placeholder`, value['placeholder'], 150);
  switch (value['type']) {
    case 'button':
      check.plain(`${where}.text`, value['text'], 75);
      check.optionalText(`${where}.value`, value['value'], 2000);
      check.optionalText(`${where}.url`, value['url'], 3000);
      check.optionalText(`${where}.accessibility_label`, value['accessibility_label'], 75);
      if (!['primary', 'danger', undefined].includes(value['style'] as string | undefined))
        check.fail(where, 'style');
      break;
    case 'external_select': {
      const least = value['min_query_length'];
      if (least !== 0 && least !== 1) check.fail(where, 'waits for more than one character');
      if (value['initial_option'] !== undefined)
        option(check, `${where}.initial_option`, value['initial_option']);
      break;
    }
    case 'conversations_select':
      break;
    case 'plain_text_input':
      if (value['initial_value'] !== undefined)
        check.text(`${where}.initial_value`, value['initial_value'], 3000, 0);
      if (typeof value['max_length'] === 'number' && value['max_length'] > 3000)
        check.fail(where, 'max_length');
      break;
    case 'feedback_buttons':
      for (const side of ['positive_button', 'negative_button']) {
        const button = value[side];
        if (!isObject(button)) check.fail(`${where}.${side}`, 'missing');
        else {
          check.plain(`${where}.${side}.text`, button['text'], 75);
          check.text(`${where}.${side}.value`, button['value'], 2000);
          check.optionalText(`${where}.${side}.accessibility_label`, button['accessibility_label'], 75);
        }
      }
      break;
    default:
      check.fail(where, `unknown element ${String(value['type'])}`);
  }
}

const RICH_PARTS = new Set([
  'rich_text_section',
  'rich_text_quote',
  'rich_text_preformatted',
  'rich_text_list',
]);

function richText(check: Check, where: string, block: Json): void {
  let length = 0;
  const parts = list(block['elements']);
  if (parts.length === 0) check.fail(where, 'no elements');
  for (const part of parts) {
    if (!RICH_PARTS.has(String(part['type']))) check.fail(where, `unknown part ${String(part['type'])}`);
    const inner = list(part['elements']);
    if (inner.length === 0) check.fail(where, 'an empty part');
    for (const piece of inner) {
      if (piece['type'] !== 'text' && piece['type'] !== 'link')
        check.fail(where, `an element that does something: ${String(piece['type'])}`);
      if (piece['type'] === 'link' && !/^https?:\/\/[\x21-\x7e]+$/.test(String(piece['url'])))
        check.fail(where, `an address that is none: ${String(piece['url'])}`);
      check.text(`${where}.text`, piece['text'], 4000);
      length += String(piece['text']).length;
    }
  }
  // none is documented; blocks this long have been seen to pass
  if (length > 4000) check.fail(where, `${length} characters of rich text`);
}

function uniqueIds(check: Check, where: string, elements: readonly Json[]): void {
  const ids = elements.map((one) => one['action_id']);
  if (new Set(ids).size !== ids.length) check.fail(where, 'action_id twice');
}

function checkBlock(check: Check, where: string, block: Json): void {
  check.optionalText(`${where}.block_id`, block['block_id'], 255);
  const elements = list(block['elements']);
  switch (block['type']) {
    case 'rich_text':
      richText(check, where, block);
      break;
    case 'section':
      check.object(`${where}.text`, block['text'], 3000);
      break;
    case 'header':
      check.plain(`${where}.text`, block['text'], 150);
      break;
    case 'divider':
      break;
    case 'actions':
      if (elements.length < 1 || elements.length > 25) check.fail(where, `${elements.length} elements`);
      uniqueIds(check, where, elements);
      elements.forEach((one, i) => element(check, `${where}.${i}`, one));
      break;
    case 'context_actions':
      if (elements.length < 1 || elements.length > 5) check.fail(where, `${elements.length} elements`);
      elements.forEach((one, i) => element(check, `${where}.${i}`, one));
      break;
    case 'input':
      check.plain(`${where}.label`, block['label'], 2000);
      if (block['hint'] !== undefined) check.plain(`${where}.hint`, block['hint'], 2000);
      if (isObject(block['element'])) element(check, `${where}.element`, block['element']);
      else check.fail(where, 'no element');
      break;
    default:
      check.fail(where, `unknown block ${String(block['type'])}`);
  }
}

function checkBlocks(check: Check, value: unknown, most: number): void {
  if (!Array.isArray(value)) return check.fail('blocks', 'no array');
  const blocks = list(value);
  if (blocks.length > most) check.fail('blocks', `${blocks.length} > ${most}`);
  const ids = blocks.flatMap((block) => (typeof block['block_id'] === 'string' ? [block['block_id']] : []));
  if (new Set(ids).size !== ids.length) check.fail('blocks', 'block_id twice');
  blocks.forEach((block, i) => checkBlock(check, `blocks.${i}`, block));
}

/** Breaches of a message; empty when Slack would take it. */
export function checkMessage(message: Json): string[] {
  const check = new Check();
  check.text('text', message['text'], 4000);
  if (message['blocks'] === undefined) return check.breaches;
  checkBlocks(check, message['blocks'], 50);
  // msg_blocks_too_long has been seen from 13,200 on
  const length = JSON.stringify(message['blocks']).length;
  if (length > 13_000) check.fail('blocks', `msg_blocks_too_long: ${length}`);
  return check.breaches;
}

/** Breaches of a window or the Home tab. */
export function checkView(view: Json): string[] {
  const check = new Check();
  if (view['type'] === 'modal') {
    check.plain('title', view['title'], 24);
    if (view['submit'] !== undefined) check.plain('submit', view['submit'], 24);
    if (view['close'] !== undefined) check.plain('close', view['close'], 24);
    const hasInput = list(view['blocks']).some(
      (block) => block['type'] === 'input' && block['optional'] !== true,
    );
    if (hasInput && view['submit'] === undefined) check.fail('submit', 'missing');
  } else if (view['type'] !== 'home') check.fail('type', String(view['type']));
  if (view['private_metadata'] !== undefined)
    check.text('private_metadata', view['private_metadata'], 3000, 0);
  check.optionalText('callback_id', view['callback_id'], 255);
  checkBlocks(check, view['blocks'], 100);
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) check.fail('view', 'view_too_large');
  return check.breaches;
}

/** Breaches of what a picker is offered. */
export function checkOptions(body: unknown): string[] {
  const check = new Check();
  const options = isObject(body) ? body['options'] : null;
  if (!Array.isArray(options)) return ['no options'];
  if (options.length > 100) check.fail('options', String(options.length));
  options.forEach((one, i) => option(check, `options.${i}`, one));
  return check.breaches;
}

/** What people read in blocks, and the addresses that they can open. */
export function readBlocks(value: unknown): { text: string; links: string[] } {
  const parts: string[] = [];
  const links: string[] = [];
  const visit = (at: unknown): void => {
    if (Array.isArray(at)) at.forEach(visit);
    else if (isObject(at)) {
      if (at['type'] === 'link' || at['type'] === 'button')
        if (typeof at['url'] === 'string') links.push(at['url']);
      if (typeof at['text'] === 'string') parts.push(at['text']);
      if (typeof at['initial_value'] === 'string') parts.push(at['initial_value']);
      for (const inner of Object.values(at)) if (typeof inner === 'object') visit(inner);
    }
  };
  visit(value);
  return { text: parts.join('\n'), links };
}

// <!channel>   <@U1>   <!subteam^S1>   <https://evil.example|text>
const MARKUP = /<(?<kind>[@!]|https?:)(?<rest>[^<>]*)>/g;

/** What Slack would make of text that it parses. */
export function readMrkdwn(text: string): { text: string; links: string[]; pings: string[] } {
  const links: string[] = [];
  const pings: string[] = [];
  const plain = text.replace(MARKUP, (whole: string, kind: string, rest: string) => {
    if (kind === '@' || kind === '!') pings.push(whole);
    else links.push(`${kind}${rest.split('|')[0] ?? ''}`);
    return rest;
  });
  const read = plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return { text: read, links, pings };
}
