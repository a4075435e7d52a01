/** A channel that fails makes it `failing`; one that starts or a store in memory makes it `degraded`. */
export function readHealth(parts) {
    const channels = Object.fromEntries(parts.channels.map((channel) => [channel.name, channel.health()]));
    const states = new Set(Object.values(channels).map(({ state }) => state));
    const isInMemory = parts.store.degraded() !== null;
    return {
        status: states.has('failing') ? 'failing' : isInMemory || states.has('starting') ? 'degraded' : 'ok',
        uptimeSeconds: Math.floor((parts.clock() - parts.startedAt) / 1000),
        documents: parts.documents,
        items: parts.items,
        store: { state: isInMemory ? 'memory' : 'ok' },
        channels,
    };
}
