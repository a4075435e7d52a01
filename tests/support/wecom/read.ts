// What WeCom's clients make of a message, and the limits that WeCom documents for it.
import type { TemplateCard } from '../../../src/channels/wecom/cards.ts';
import type { SentMessage } from '../../contract/channel-contract.ts';

// [label](https://…)   <@userid>   <a href="…">   https://…
const MARKDOWN_LINK = /(?<image>!?)\[(?<label>[^\]\n]*)\]\((?<url>[^)\s]+)\)/gu;
const MENTION = /<@(?<id>[^>\s]+)>/gu;
const ANCHOR = /<a\s+href=["']?(?<url>[^"'>\s]+)["']?>(?<label>.*?)<\/a>/giu;
const BARE = /https?:\/\/[^\s，。）)]+/gu;
const TAG = /<\/?(?:font|think|a|img)\b[^>]*>/giu;

export const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

const length = (text: string | undefined): number => [...(text ?? '')].length;

/** Breaches of what is documented for template cards. */
export function cardBreaches(card: TemplateCard, by: 'bot' | 'app'): string[] {
  const found: string[] = [];
  const demand = (ok: boolean, what: string): void => {
    if (!ok) found.push(`card: ${what}`);
  };
  demand(/^[\w\-@]{1,128}$/u.test(card.task_id), 'task_id');
  demand(length(card.main_title.title) > 0 && length(card.main_title.title) <= 26, 'main_title.title');
  demand(length(card.main_title.desc) <= 30, 'main_title.desc');
  demand(length(card.sub_title_text) <= 112, 'sub_title_text');
  demand((card.horizontal_content_list ?? []).length <= 6, 'horizontal_content_list');
  for (const row of card.horizontal_content_list ?? [])
    demand(length(row.keyname) <= 5 && length(row.value) <= 26, 'horizontal row');
  demand((card.jump_list ?? []).length <= 3, 'jump_list');
  for (const jump of card.jump_list ?? [])
    demand(by === 'bot' && jump.question !== '' && bytes(jump.question) <= 200, 'jump question');
  const buttons = card.button_list ?? [];
  demand(buttons.length <= 6, 'button_list');
  for (const button of buttons)
    demand(length(button.text) <= 10 && bytes(button.key) <= 1024 && button.key !== '', 'button');
  if (card.card_type === 'text_notice') demand(card.card_action?.url !== undefined, 'card_action');
  if (card.card_type === 'button_interaction') demand(buttons.length >= 1, 'no button');
  if (card.card_type === 'vote_interaction') {
    const options = card.checkbox?.option_list ?? [];
    demand(options.length >= 1 && options.length <= 20 && card.submit_button !== undefined, 'vote');
    for (const option of options) demand(bytes(option.id) <= 128 && length(option.text) <= 17, 'option');
  }
  return found;
}

function textOfCard(card: TemplateCard): string {
  return [
    card.main_title.title,
    card.main_title.desc,
    card.sub_title_text,
    ...(card.horizontal_content_list ?? []).map((row) => `${row.keyname} ${row.value}`),
    ...(card.jump_list ?? []).map((jump) => jump.title),
    ...(card.button_list ?? []).map((button) => button.text),
    ...(card.checkbox?.option_list ?? []).map((option) => option.text),
  ]
    .filter((text) => text !== undefined)
    .join('\n');
}

/** Reads markdown (`bot`) or text (`app`) and the card with it. */
export function readMessage(raw: string, card: TemplateCard | null, by: 'bot' | 'app'): SentMessage {
  const links: string[] = [];
  const pings: string[] = [];
  const most = by === 'bot' ? 20_480 : 2048;
  const breaches = bytes(raw) > most ? [`${bytes(raw)} bytes`] : [];
  if (raw.includes('\ufffd')) breaches.push('half a character');
  const note = (url: string | undefined): string => {
    if (url !== undefined) links.push(url);
    return '';
  };
  let text = raw;
  if (by === 'bot') {
    text = text
      .replace(MARKDOWN_LINK, (_, _image: string, label: string, url: string) => label + note(url))
      .replace(MENTION, (_, id: string) => {
        pings.push(id);
        return `@${id}`;
      })
      .replaceAll('**', '');
  } else text = text.replace(ANCHOR, (_, url: string, label: string) => label + note(url));
  for (const url of text.match(BARE) ?? []) note(url);
  if (TAG.test(text)) breaches.push('a tag');
  TAG.lastIndex = 0;
  if (card) {
    note(card.card_action?.url);
    breaches.push(...cardBreaches(card, by));
  }
  return { text: card ? `${text}\n${textOfCard(card)}` : text, links, pings, breaches };
}
