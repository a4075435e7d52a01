// The place of a duty list as departments print it before their names: 疏勒县公安局, 县公安局, 塔县公安局.
// Pure: names in, names out. Finding a document's place in its text is the index builder's work.

/** Where a document comes from. Empty strings where unknown. */
export interface Place {
  township: string;
  county: string;
  /** Short names of the county (塔县). */
  countyAliases: readonly string[];
  prefecture: string;
}

/** A printed prefix and the place name that it stands for. */
export interface PlacePrefix {
  printed: string;
  full: string;
}

// 塔什库尔干塔吉克自治县 → 塔什库尔干 + 县
const AUTONOMOUS =
  /^(?<stem>.{1,12}?)(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族?)+自治(?<level>县|旗|州)$/u;
// the last character names the level
const LEVEL = /(?:自治)?(?<level>县|市|区|旗|州|盟|地区)$/u;

// 伊宁|县公安局
const LEVEL_START = /^(?:自治)?(?:县|市|区|旗|州)/u;
const PARTLESS: ReadonlySet<string> = new Set(['自治区', '省']);

/** 塔什库尔干塔吉克自治县 → 塔什库尔干县; other names unchanged. */
export function toPlainPlaceName(name: string): string {
  const groups = AUTONOMOUS.exec(name)?.groups;
  return groups ? `${groups['stem'] ?? ''}${groups['level'] ?? ''}` : name;
}

const prefixesByPlace = new WeakMap<Place, readonly PlacePrefix[]>();

/** Prefixes that can stand before a department of this place, longest first: 疏勒县, 县, 喀什地区, 地区 … */
export function toPlacePrefixes(place: Place): readonly PlacePrefix[] {
  // every name of a list is taken apart with them
  let prefixes = prefixesByPlace.get(place);
  if (!prefixes) {
    prefixes = listPrefixes(place);
    prefixesByPlace.set(place, prefixes);
  }
  return prefixes;
}

function listPrefixes(place: Place): PlacePrefix[] {
  const county = toPlainPlaceName(place.county);
  const prefecture = toPlainPlaceName(place.prefecture);
  const prefixes: PlacePrefix[] = [];
  const add = (printed: string, full: string): void => {
    if (printed !== '' && full !== '' && !prefixes.some((prefix) => prefix.printed === printed)) {
      prefixes.push({ printed, full });
    }
  };
  for (const name of [place.county, county, ...place.countyAliases]) add(name, county);
  for (const name of [place.prefecture, prefecture]) add(name, prefecture);
  add(toLevel(county), county);
  add(toLevel(prefecture), prefecture);
  // a level that is neither the county's nor the prefecture's: 县 is a slip for the county, 市 stays 市
  add('县', county || '县');
  for (const level of ['市', '区', '旗', '州', '地区', '自治区', '省']) add(level, level);
  return prefixes.toSorted((a, b) => b.printed.length - a.printed.length);
}

/** The longest prefix that a name opens with: 莎车自然资源局 → 莎车, but 伊宁县公安局 does not open with 伊宁. */
export function findPlacePrefix(name: string, prefixes: readonly PlacePrefix[]): PlacePrefix | null {
  return prefixes.find((prefix) => opensWith(name, prefix.printed)) ?? null;
}

function opensWith(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix) || name.length < prefix.length + 2) return false;
  return LEVEL.test(prefix) || PARTLESS.has(prefix) || !LEVEL_START.test(name.slice(prefix.length));
}

function toLevel(name: string): string {
  return LEVEL.exec(name)?.groups?.['level'] ?? '';
}
