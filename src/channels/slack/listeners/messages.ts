// Questions: mentions, direct messages, words in a thread of ours, /duty, the message shortcut.
import type { App } from '@slack/bolt';
import { installationOf, type Desk } from '../desk.ts';
import { COMMAND, SHORTCUT_MESSAGE } from '../manifest.ts';
import { receiveCommand, receiveEvent, receiveShortcut } from '../receive.ts';

export function registerMessages(app: App, desk: Desk): void {
  async function takeEvent(body: unknown, context: Parameters<typeof installationOf>[0]): Promise<void> {
    const draft = receiveEvent(body, installationOf(context));
    if (!draft) return;
    const { facts, input } = draft;
    if (facts.isOwn && facts.channel !== null) desk.noteDirect(facts.workspace, facts.user, facts.channel);
    if (input.overheard === true) {
      // who reads along does not matter for whether the thread is ours
      const place = { ...input, conversationKind: 'group' as const };
      if (!desk.service.isFollowed(place)) return;
    }
    await desk.take(draft);
  }

  app.event('app_mention', ({ body, context }) => takeEvent(body, context));
  app.event('message', ({ body, context }) => takeEvent(body, context));

  app.command(COMMAND, async ({ ack, body, context }) => {
    await ack();
    const draft = receiveCommand(body, installationOf(context));
    if (draft) await desk.take(draft);
  });

  app.shortcut({ type: 'message_action', callback_id: SHORTCUT_MESSAGE }, async ({ ack, body, context }) => {
    await ack();
    const draft = receiveShortcut(body, installationOf(context));
    if (draft) await desk.take(draft);
  });
}
