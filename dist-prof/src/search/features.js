export const FEATURE_NAMES = [
    /** Full-text score over the official cells, as a share of the best candidate's. */
    'officialShare',
    /** Share of the question's information that the name has, and that only other cells have. */
    'nameCoverage',
    'dutyCoverage',
    /** Log-odds of the item's matter against the strongest of the catalogue, the doubt of the link included. */
    'evidence',
    /** A matter on the seam, with no row of its own on this list, is meant. */
    'seamShare',
    /** A facet that the question asks for (罚, 批, 发, 追缴 …) is in the name; asked but absent; present but not asked. */
    'facetMet',
    'facetMissed',
    'sanctionMet',
    'sanctionMissed',
    'sanctionUnasked',
    'recoverUnasked',
    'rewardUnasked',
    'assessUnasked',
    'publiciseUnasked',
    'mediateUnasked',
    /** 还要…吗 / 收回: the person doubts that it is still the township's. */
    'stillReclaimed',
    'stillOther',
    'isBasic',
    'isReclaimed',
    /** The list (配合, 收回 …), the category or a department was named. */
    'listMet',
    'listMissed',
    'departmentMet',
    /** The conversation goes on: the row last talked about, and rows of its matter. */
    'lastRow',
    'lastRowRole',
    'lastMatter',
    /** No matter is linked: only the official words speak for it, and they count more. */
    'unlinked',
    'unlinkedOfficial',
    'unlinkedName',
];
/** Beyond this a matter is out of the question, however far. In log-odds. */
export const LEAST_EVIDENCE = -12;
export function toFeatures(candidate, signs, scale) {
    const { item, official, lag, link, facets } = candidate;
    const information = scale.information || 1;
    const has = (facet) => facets.has(facet);
    const asked = (facet) => signs.facets.has(facet);
    let facetMet = 0;
    let facetMissed = 0;
    for (const facet of signs.facets) {
        if (facet === 'still' || facet === 'sanction')
            continue;
        if (has(facet))
            facetMet++;
        else
            facetMissed++;
    }
    const unasked = (facet) => (has(facet) && !asked(facet) ? 1 : 0);
    const officialShare = official && scale.bestOfficial > 0 ? official.score / scale.bestOfficial : 0;
    const nameCoverage = candidate.covered.name / information;
    const isLinked = lag !== null;
    return {
        officialShare,
        nameCoverage,
        dutyCoverage: candidate.covered.duties / information,
        evidence: isLinked ? Math.max(LEAST_EVIDENCE, lag + Math.log(Math.max(0.01, link))) : 0,
        seamShare: candidate.seam,
        facetMet,
        facetMissed,
        sanctionMet: asked('sanction') && has('sanction') ? 1 : 0,
        sanctionMissed: asked('sanction') && !has('sanction') ? 1 : 0,
        sanctionUnasked: unasked('sanction'),
        recoverUnasked: unasked('recover'),
        rewardUnasked: unasked('reward'),
        assessUnasked: unasked('assess'),
        publiciseUnasked: unasked('publicise'),
        mediateUnasked: unasked('mediate'),
        stillReclaimed: asked('still') && item.list === 'reclaimed' ? 1 : 0,
        stillOther: asked('still') && item.list !== 'reclaimed' ? 1 : 0,
        isBasic: item.list === 'basic' ? 1 : 0,
        isReclaimed: item.list === 'reclaimed' ? 1 : 0,
        listMet: signs.list === item.list ? 1 : 0,
        listMissed: signs.list !== null && signs.list !== item.list ? 1 : 0,
        departmentMet: signs.departments.some((name) => candidate.departments.has(name)) ? 1 : 0,
        lastRow: signs.lastItem?.id === item.id ? 1 : 0,
        lastRowRole: signs.lastItem?.id === item.id && signs.role !== null && signs.role !== 'sanction' ? 1 : 0,
        lastMatter: signs.lastItem && signs.lastItem.id !== item.id && candidate.sharesLast ? 1 : 0,
        unlinked: isLinked ? 0 : 1,
        unlinkedOfficial: isLinked ? 0 : officialShare,
        unlinkedName: isLinked ? 0 : nameCoverage,
    };
}
