import { workspaceOf } from '../desk.js';
export function registerLifecycle(app, parts) {
    const { log, onRevoked } = parts;
    app.event('app_uninstalled', ({ context }) => {
        log.warn({}, 'the slack app was uninstalled');
        onRevoked(workspaceOf(context));
        return Promise.resolve();
    });
    app.event('tokens_revoked', ({ event, context }) => {
        // tokens of single persons are none of ours
        if ((event.tokens.bot ?? []).length === 0)
            return Promise.resolve();
        log.warn({}, 'the slack token was revoked');
        onRevoked(workspaceOf(context));
        return Promise.resolve();
    });
}
