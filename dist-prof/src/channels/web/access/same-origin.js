/** Whether a POST comes from a page of ours. `Host` is compared too, so that loopback works under any name. */
export function isSameOrigin(headers, config) {
    const site = headers.get('sec-fetch-site');
    if (site !== null)
        return site === 'same-origin';
    const origin = headers.get('origin');
    if (origin === null)
        return false;
    if (origin === new URL(config.baseUrl).origin)
        return true;
    const host = headers.get('host');
    return host !== null && (origin === `http://${host}` || origin === `https://${host}`);
}
