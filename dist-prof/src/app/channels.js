import { createSlackChannel } from '../channels/slack/index.js';
import { createWecomChannels } from '../channels/wecom/index.js';
import { createAuditOf } from './audit.js';
import { readAuthorities } from './authorities.js';
export const createChannels = (config, deps) => [
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
