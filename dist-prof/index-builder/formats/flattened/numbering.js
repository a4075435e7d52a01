export const FRESH = { last: [0, 0, 0, 0], restartAllowed: true, depth: 0 };
/** Reads one more piece of the cell: the new state and what its numbering costs (0 when it simply counts on). */
export function countOn(state, mark) {
    if (mark.quiet)
        return { state, cost: 0 };
    let cost = 0;
    let restartAllowed = state.restartAllowed;
    const last = [...state.last];
    for (const point of mark.points) {
        const previous = last[point.level];
        // an outer numbering that begins only after an inner one: two cells, or a slip
        if (previous === 0 && last.slice(point.level + 1).some((value) => value > 0))
            cost += 2.5;
        if (point.afterColon)
            restartAllowed = true;
        if (point.value !== previous + 1) {
            if (point.value === 1)
                cost += restartAllowed ? 0.2 : 5;
            else if (previous === 0)
                cost += 5;
            else
                cost += 2.5;
        }
        last[point.level] = point.value;
        for (let level = point.level + 1; level < 4; level += 1)
            last[level] = 0;
        restartAllowed = false;
    }
    if (mark.heading)
        restartAllowed = true;
    return { state: { last, restartAllowed, depth: state.depth + mark.opens }, cost };
}
