// The committed table of organisations and readers for made-up places.
import { fileURLToPath } from 'node:url';
import { OrganisationReader } from '../../index-builder/assemble/index.ts';
import { loadOrganisationLexicon } from '../../index-builder/lexicon-file.ts';
import type { Place } from '../../src/duty/index.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const LEXICON = loadOrganisationLexicon(ROOT);

export const SHULE: Place = {
  township: '阿拉甫乡',
  county: '疏勒县',
  countyAliases: ['疏勒'],
  prefecture: '喀什地区',
};
export const YINING: Place = {
  township: '托格拉克乡',
  county: '伊宁市',
  countyAliases: ['伊宁'],
  prefecture: '伊犁州',
};
export const TAXIAN: Place = {
  township: '科克亚尔柯尔克孜族乡',
  county: '塔什库尔干塔吉克自治县',
  countyAliases: ['塔什库尔干县', '塔县', '塔什库尔干'],
  prefecture: '喀什地区',
};

export function readerFor(place: Place): OrganisationReader {
  return new OrganisationReader(place, LEXICON);
}
