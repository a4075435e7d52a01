import { isSecure } from '../access/session.js';
export function toSecurityPolicy(styleHash) {
    return [
        "default-src 'none'",
        `style-src '${styleHash}'`,
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ].join('; ');
}
export function securityHeaders(config, styleHash) {
    const headers = Object.entries({
        'content-security-policy': toSecurityPolicy(styleHash),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        vary: 'Cookie, Authorization, Accept-Encoding',
        'referrer-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
        'cross-origin-opener-policy': 'same-origin',
        ...(isSecure(config) ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
    return async (c, next) => {
        await next();
        for (const [name, value] of headers)
            c.res.headers.set(name, value);
    };
}
