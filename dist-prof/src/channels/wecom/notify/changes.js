const NOTHING = { township: '', sha256: '', items: {}, findings: {} };
function compare(id, before, now) {
    const old = before ?? NOTHING;
    const next = now ?? NOTHING;
    const labels = (items, isMeant) => Object.entries(items).flatMap(([item, [, label]]) => (isMeant(item) ? [label] : []));
    return {
        id,
        township: now?.township ?? old.township,
        kind: before ? (now ? 'changed' : 'removed') : 'added',
        items: Object.keys(next.items).length,
        addedItems: labels(next.items, (item) => !(item in old.items)),
        removedItems: labels(old.items, (item) => !(item in next.items)),
        changedItems: labels(next.items, (item) => item in old.items && old.items[item]?.[0] !== next.items[item]?.[0]),
        findings: Object.keys(next.findings).filter((text) => !(text in old.findings)),
    };
}
const isWorthTelling = (change) => change.kind !== 'changed' ||
    change.addedItems.length +
        change.removedItems.length +
        change.changedItems.length +
        change.findings.length >
        0;
/** Changes worth telling, in the order of the lists. */
export function findChanges(before, now) {
    const ids = new Set([...Object.keys(now.documents), ...Object.keys(before.documents)]);
    const changes = [...ids]
        .map((id) => compare(id, before.documents[id], now.documents[id]))
        .filter((change) => isWorthTelling(change));
    const findings = Object.keys(now.findings).filter((text) => !(text in before.findings));
    if (findings.length > 0)
        changes.push({ ...compare('', undefined, undefined), id: null, kind: 'changed', findings });
    return changes;
}
/** The snapshot after a change was told. */
export function withTold(snapshot, now, change) {
    if (change.id === null)
        return { ...snapshot, findings: now.findings };
    const { [change.id]: _, ...others } = snapshot.documents;
    const next = now.documents[change.id];
    return { ...snapshot, documents: next ? { ...others, [change.id]: next } : others };
}
