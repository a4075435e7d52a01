// The strict reader: what it takes, all that it refuses, and that it reads back what the writer wrote.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, toFields, toXml } from '../../../../src/channels/wecom/protocol/xml.ts';

const fieldsOf = (xml: string): Record<string, string> | null => {
  const fields = toFields(parseXml(xml));
  return fields && Object.fromEntries([...fields].map(([name, { text }]) => [name, text]));
};

describe('reading', () => {
  it('takes CDATA, text, entities and blanks between elements', () => {
    expect(
      fieldsOf(
        '\n<xml>\n <A><![CDATA[<b>&amp;001]]></A>\n<B>4561255354251345929</B><C>1 &lt; 2 &amp; 3</C><D></D></xml> ',
      ),
    ).toEqual({ A: '<b>&amp;001', B: '4561255354251345929', C: '1 < 2 & 3', D: '' });
  });

  it('takes several CDATA in one element', () => {
    expect(fieldsOf('<xml><A><![CDATA[x]]]]><![CDATA[>y]]></A></xml>')).toEqual({ A: 'x]]>y' });
  });

  it('reads the options of a card, one or several', () => {
    const root = parseXml(
      '<xml><SelectedItems><SelectedItem><QuestionKey>q</QuestionKey><OptionIds><OptionId>a</OptionId><OptionId>b</OptionId></OptionIds></SelectedItem></SelectedItems></xml>',
    );
    const item = root?.children[0]?.children[0];
    expect(item?.children[1]?.children.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'hello'],
    ['a DOCTYPE', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>1</A></xml>'],
    ['an entity of its own', '<xml><A>&a;</A></xml>'],
    ['a numeric entity', '<xml><A>&#65;</A></xml>'],
    ['a bare ampersand', '<xml><A>a & b</A></xml>'],
    ['an unfinished entity', '<xml><A>&lt</A></xml>'],
    ['a declaration', '<?xml version="1.0"?><xml><A>1</A></xml>'],
    ['an instruction', '<xml><?php ?><A>1</A></xml>'],
    ['a comment', '<xml><!-- --><A>1</A></xml>'],
    ['an attribute', '<xml a="b"><A>1</A></xml>'],
    ['an empty-element tag', '<xml><A/></xml>'],
    ['an element that is not closed', '<xml><A>1</xml>'],
    ['elements that cross', '<xml><A><B>1</A></B></xml>'],
    ['an unfinished CDATA', '<xml><A><![CDATA[1]]</A></xml>'],
    ['an unfinished document', '<xml><A>1</A>'],
    ['something after it', '<xml><A>1</A></xml><xml></xml>'],
    ['text beside elements', '<xml><A>1<B>2</B></A></xml>'],
    ['another root', '<html><A>1</A></html>'],
    ['a field twice', '<xml><A>1</A><A>2</A></xml>'],
    ['a control character', '<xml><A>\u0000</A></xml>'],
    ['half a surrogate pair', '<xml><A>\ud83d</A></xml>'],
    ['a prefix', '<x:xml><A>1</A></x:xml>'],
    ['too deep', `<xml>${'<A>'.repeat(10)}1${'</A>'.repeat(10)}</xml>`],
    ['too many', `<xml>${'<A>1</A>'.repeat(400)}</xml>`],
  ])('refuses %s', (_name, xml) => {
    expect(fieldsOf(xml)).toBeNull();
  });

  it('never throws and ends soon, whatever comes', () => {
    const piece = fc.constantFrom(
      '<xml>',
      '</xml>',
      '<A>',
      '</A>',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      '<',
      'x',
      '<!',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (parts) => {
        parseXml(parts.join(''));
      }),
    );
    const started = performance.now();
    parseXml(`<xml><A>${'<![CDATA['.repeat(7000)}`);
    parseXml(`<xml>${'<A>'.repeat(20_000)}`);
    parseXml(`<xml><A>${'&amp'.repeat(15_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('writing', () => {
  it('is read back the same, less what XML cannot hold', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const read = fieldsOf(toXml({ A: a, B: `${b}]]>${a}`, N: 12 }));
        const held = (value: string): string =>
          value.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
        expect(read).toEqual({ A: held(a), B: held(`${b}]]>${a}`), N: '12' });
      }),
    );
  });
});
