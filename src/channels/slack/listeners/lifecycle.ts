// The app was removed from a workspace, or its token taken back.
import type { App } from '@slack/bolt';
import type { Logger } from '../../chat/index.ts';
import type { Workspace } from '../address.ts';
import { workspaceOf } from '../desk.ts';

export function registerLifecycle(
  app: App,
  parts: { log: Logger; onRevoked: (workspace: Workspace) => void },
): void {
  const { log, onRevoked } = parts;
  app.event('app_uninstalled', ({ context }) => {
    log.warn({}, 'the slack app was uninstalled');
    onRevoked(workspaceOf(context));
    return Promise.resolve();
  });
  app.event('tokens_revoked', ({ event, context }) => {
    // tokens of single persons are none of ours
    if ((event.tokens.bot ?? []).length === 0) return Promise.resolve();
    log.warn({}, 'the slack token was revoked');
    onRevoked(workspaceOf(context));
    return Promise.resolve();
  });
}
