// The place of a list as its titles and its explanation print it. National rules of naming only, no gazetteer.
// 新疆维吾尔自治区  浙江省  北京市
const PROVINCE = /^(?<name>(?:北京|上海|天津|重庆)市|[^省区市]{2,3}省|[^省]{2,5}?(?:维吾尔|壮族|回族)?自治区)(?=.{4,})/u;
// 喀什地区  伊犁州  克孜勒苏柯尔克孜自治州  锡林郭勒盟  杭州市(before a county or district)
const PREFECTURE = /^(?<name>[^县]{1,12}?(?:地区|自治州|州(?![市区县])|盟)|[^县区镇乡]{1,6}?市(?=[^市]{1,14}(?:县|区|市|旗)))(?=.{3,})/u;
// 疏勒县  塔什库尔干塔吉克自治县  伊宁市  鄂温克族自治旗  西湖区
const COUNTY = /^(?<name>[^镇乡]{1,12}?(?:自治县|自治旗|林区|特区|县|旗|市|区))(?=.{2,})/u;
// 科克亚尔柯尔克孜族乡  托格拉克乡  某某街道
const TOWNSHIP = /^(?<name>[^，。、：；“”《》（）()\s]{1,20}?(?:民族乡|族乡|乡|镇|街道办事处|街道|管委会|管理区|农场|林场|牧场))$/u;
/** 喀什地区疏勒县阿拉甫乡 → {阿拉甫乡, 疏勒县, 喀什地区}; parts that are not there are empty. Null when no township ends it. */
export function cutPlaceName(name) {
    let rest = name;
    const take = (pattern) => {
        const found = pattern.exec(rest)?.groups?.['name'] ?? '';
        rest = rest.slice(found.length);
        return found;
    };
    const province = take(PROVINCE);
    const prefecture = take(PREFECTURE);
    const county = take(COUNTY);
    const township = TOWNSHIP.exec(rest)?.groups?.['name'] ?? '';
    if (township === '')
        return null;
    return {
        township,
        county,
        prefecture: prefecture || (county !== '' && province.endsWith('市') ? province : ''),
    };
}
// 喀什地区疏勒县阿拉甫乡基本履职事项清单（公布版）   新疆…阿扎特巴格镇履职事项清单
const TITLE = /^(?<place>.{2,60}?)(?:(?:基本|配合)?履职事项|(?:上级部门|上级)?收回事项)清单(?:[（(](?<remark>[^（）()]{1,20})[）)])?$/u;
// 阿拉甫乡是“农业型”乡镇，位于疏勒县东南部
const SITUATED = /(?:^|[。\s])(?<township>[^，。、：；“”\s]{1,20}?(?:乡|镇|街道))(?:是|位于|地处|隶属).{0,40}?位于(?<where>[^，。]{2,40})/u;
// 形成阿拉甫乡履职事项清单
const FORMED = /形成(?<township>[^，。、：；“”\s]{1,20}?(?:乡|镇|街道))(?:办事处)?履职事项清单/u;
// 经阿合奇县委编委初审
const COMMITTEE = /经(?<county>[^，。、：；“”\s]{1,12}?(?:县|市|区|旗))委编委/u;
/** Title lines without blanks → the fullest place that they print and the remarks in their parentheses. */
export function readTitles(titles) {
    const place = { township: '', county: '', prefecture: '' };
    const remarks = [];
    for (const title of titles) {
        const groups = TITLE.exec(title)?.groups ?? {};
        const remark = /[（(]([^（）()]{1,20})[）)]$/u.exec(title)?.[1] ?? groups['remark'];
        if (remark !== undefined && !remarks.includes(remark))
            remarks.push(remark);
        const cut = cutPlaceName(groups['place'] ?? '');
        if (!cut)
            continue;
        for (const key of ['township', 'county', 'prefecture']) {
            if (cut[key].length > place[key].length)
                place[key] = cut[key];
        }
    }
    return { place, remarks };
}
/** What the explanation's sentences say about the place, blanks removed. */
export function readSituation(text) {
    const situated = SITUATED.exec(text)?.groups;
    const where = situated?.['where'] ?? '';
    const county = COUNTY.exec(where.replace(PREFECTURE, ''))?.groups?.['name'] ?? '';
    return {
        township: situated?.['township'] ?? FORMED.exec(text)?.groups?.['township'] ?? '',
        county: COMMITTEE.exec(text)?.groups?.['county'] ?? county,
        prefecture: PREFECTURE.exec(where)?.groups?.['name'] ?? '',
    };
}
