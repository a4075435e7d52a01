// Lines as rich text blocks. Text elements of rich text are not parsed by Slack: neither mentions nor links nor
// formatting in official wording, or in a question that is echoed, have any effect.
import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import type { Line } from './lines.ts';
import { wording } from './wording.zh.ts';

type Element = types.RichTextSection['elements'][number];
type Part = types.RichTextBlock['elements'][number];

const WEB = /^https?:\/\//;

const plain = (text: string, bold = false): Element => ({
  type: 'text',
  text,
  ...(bold ? { style: { bold: true } } : {}),
});

function toElements(line: Line): Element[] {
  switch (line.style) {
    case 'headline':
    case 'heading':
      return [plain(line.text, true)];
    case 'warning':
      return [plain(`⚠ ${line.text}`)];
    case 'entry':
      return line.link !== null && WEB.test(line.link)
        ? [plain('• '), { type: 'link', url: line.link, text: line.text }]
        : [plain(`• ${line.text}`)];
    case 'source':
      return line.link !== null && WEB.test(line.link)
        ? [plain(`${line.text} `), { type: 'link', url: line.link, text: wording.openPage }]
        : [plain(line.text)];
    case 'text':
    case 'note':
    case 'quote':
      return [plain(line.text)];
  }
}

/** Neighbours of one kind become one section or one quotation, a line break between them. */
function toParts(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  for (const line of lines) {
    const type = line.style === 'quote' ? 'rich_text_quote' : 'rich_text_section';
    const last = parts.at(-1);
    if (last?.type === type) last.elements.push(plain('\n'), ...toElements(line));
    else parts.push({ type, elements: toElements(line) });
  }
  return parts;
}

/** Rich text blocks that together show the lines, each within the limits. */
export function toRichText(lines: readonly Line[]): types.RichTextBlock[] {
  const blocks: types.RichTextBlock[] = [];
  let pending: Line[] = [];
  let length = 0;
  const flush = (): void => {
    if (pending.length > 0) blocks.push({ type: 'rich_text', elements: toParts(pending) });
    pending = [];
    length = 0;
  };
  for (const line of lines) {
    if (length + line.text.length > limits.richText) flush();
    pending.push(line);
    length += line.text.length + 1;
  }
  flush();
  return blocks;
}
