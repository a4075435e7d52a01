// Texts of any characters, for properties.
import * as fc from 'fast-check';

const character = fc.oneof(
  fc.integer({ min: 0, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
);

/** Up to twenty characters from all of Unicode, Chinese ones often; always well-formed. */
export const anyText: fc.Arbitrary<string> = fc
  .array(character, { maxLength: 20 })
  .map((points) => String.fromCodePoint(...points));
