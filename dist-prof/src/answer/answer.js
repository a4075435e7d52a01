/** The verdict that belongs to an item's list. */
export function toVerdict(list) {
    switch (list) {
        case 'basic':
            return 'township';
        case 'cooperative':
            return 'upstream';
        case 'reclaimed':
            return 'reclaimed';
    }
}
