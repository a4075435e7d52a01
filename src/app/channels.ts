// The chat channels that the configuration asks for. Each channel's factory is named here and nowhere else.
import type { Channel, ChannelDeps } from '../channels/chat/index.ts';
import { createSlackChannel } from '../channels/slack/index.ts';
import { createWecomChannels } from '../channels/wecom/index.ts';
import { createAuditOf } from './audit.ts';
import { readAuthorities } from './authorities.ts';
import type { Config } from './config.ts';

/** Channels in the order in which they start; none when no platform is configured. */
export type CreateChannels = (config: Config, deps: ChannelDeps) => Channel[];

export const createChannels: CreateChannels = (config, deps) => [
  ...createWecomChannels(config.wecom, deps, { ca: readAuthorities('WECOM_CA_FILE', config.wecom.caFile) }),
  ...(config.slack.enabled
    ? [
        createSlackChannel(deps, {
          config: config.slack,
          policy: config.chat,
          auditOf: createAuditOf(config.data.dataDir),
        }),
      ]
    : []),
];
