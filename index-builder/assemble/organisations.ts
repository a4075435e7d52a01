// The organisations of one document: knows its place and which full names it prints, and gives each printed
// name its canonical form. Cutting a cell into names is divide.ts.
import {
  isEnvironmentBranch,
  toCanonicalOrganisation,
  toOrganisationParts,
  toPlacePrefixes,
  type Organisation,
  type OrganisationLexicon,
  type Place,
  type PlacePrefix,
} from '../../src/duty/index.ts';
import { divideOrganisations } from './divide.ts';

export class OrganisationReader {
  readonly place: Place;
  readonly lexicon: OrganisationLexicon;
  readonly #known = new Set<string>();
  readonly #prefixes: readonly PlacePrefix[];
  /** Cells and headings repeat the same few names: each text is divided once. */
  readonly #divided = new Map<string, readonly string[]>();
  readonly #canonical = new Map<string, string>();

  constructor(place: Place, lexicon: OrganisationLexicon) {
    this.place = place;
    this.lexicon = lexicon;
    this.#prefixes = toPlacePrefixes(place);
  }

  /** Remembers the full names that a department cell prints; call it for all cells before reading any. */
  learn(departments: string): void {
    this.#canonical.clear();
    for (const printed of this.divide(departments)) {
      const { stem } = toOrganisationParts(printed, this.place, this.lexicon);
      if (this.lexicon.byName.get(stem)?.[0]?.name === stem) this.#known.add(stem);
    }
  }

  /** The single organisations of a cell as printed, shared prefixes restored, each once. */
  divide(text: string): readonly string[] {
    let names = this.#divided.get(text);
    if (!names) {
      names = divideOrganisations(text, { prefixes: this.#prefixes, lexicon: this.lexicon });
      this.#divided.set(text, names);
    }
    return names;
  }

  read(text: string): Organisation[] {
    return this.divide(text).map((printed) => ({ printed, canonical: this.toCanonical(printed) }));
  }

  toCanonical(printed: string): string {
    let canonical = this.#canonical.get(printed);
    if (canonical === undefined) {
      canonical = toCanonicalOrganisation(printed, this.place, this.lexicon, this.#known);
      this.#canonical.set(printed, canonical);
    }
    return canonical;
  }

  /** True when the text is one or more organisations and nothing else: 县公安局, 县自然资源局、县水利局. */
  isOrganisations(text: string): boolean {
    const names = this.divide(text);
    return names.length > 0 && names.every((name) => this.#isOrganisation(name));
  }

  #isOrganisation(name: string): boolean {
    if (name.length > LONGEST_NAME || NOT_A_NAME.test(name)) return false;
    if (isEnvironmentBranch(name)) return true;
    const { prefix, stem } = toOrganisationParts(name, this.place, this.lexicon);
    const bare = stem.replace(PARENTHESES, '');
    if (this.lexicon.byName.get(bare)?.some((entry) => entry.name === bare || bare.length > 2)) return true;
    return OFFICE_END.test(bare) && (prefix !== null || NATIONAL_START.test(name));
  }
}

const LONGEST_NAME = 34;
// a sentence, not a name
const NOT_A_NAME = /[，。；：！？“”]|负责|按照|根据/u;
const PARENTHESES = /[（(][^（）()]*[）)]/gu;
// 中国邮政储蓄银行股份有限公司阿合奇县支行
const NATIONAL_START = /^(?:国|中国|国家|国网|共青团|团|自治区|地区|喀什|.{2,8}(?:地区|州|盟|市))/u;
// the last characters of bodies that can lead or take over
const OFFICE_END =
  /(?:局|委|委员会|办|办公室|部|厅|会|院|校|站|所|队|中心|馆|公司|银行|支行|联|社|处|政府|人大|政协|部门|单位|指挥部|集团|厂|场|协会|联社|机关)$/u;
