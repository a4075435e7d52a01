export const SHORTCUT_MESSAGE = 'ask_about_message';
export const SHORTCUT_GLOBAL = 'ask_duty';
export const COMMAND = '/duty';
export const EVENTS_PATH = '/slack/events';
export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';
/** Without these the app cannot do its work. */
export const REQUIRED_SCOPES = [
    'app_mentions:read',
    'assistant:write',
    'chat:write',
    'commands',
    'im:history',
    'links:read',
    'links:write',
];
/** Each is for one thing, which is left out without it. */
export const OPTIONAL_SCOPES = [
    // follow-ups without a mention
    'channels:history',
    'groups:history',
    // internal lists: who reads along
    'channels:read',
    'groups:read',
    'im:read',
    'users:read',
];
/** What showing internal lists needs. */
export const INTERNAL_SCOPES = ['channels:read', 'groups:read', 'im:read', 'users:read'];
const SCHEMA = 'https://raw.githubusercontent.com/slackapi/manifest-schema/main/manifest.schema.json';
const PROMPTS = [
    { title: '烧秸秆归谁管', message: '阿拉甫乡烧秸秆冒烟归谁管' },
    { title: '津贴没到账找谁', message: '高龄津贴没到账找哪个部门' },
    { title: '看一个条目', message: '阿拉甫乡配合62' },
    { title: '怎么用', message: '帮助' },
];
/** `https://zhize.example` stands for an address that the operator puts in. */
export function toManifest({ mode, baseUrl }) {
    const base = baseUrl.replace(/\/+$/, '');
    const url = `${base}${EVENTS_PATH}`;
    const isHttp = mode === 'http';
    return {
        $schema: SCHEMA,
        _metadata: { major_version: 2, minor_version: 1 },
        display_information: {
            name: '履职问答',
            description: '这件事归谁管？用本乡镇公布的履职事项清单原文回答。',
            background_color: '#1a4d8f',
        },
        features: {
            agent_view: {
                agent_description: '问“某件事归谁管”，用本乡镇公布的《履职事项清单》原文回答，带出处。清单没有列的就说没有列。',
                suggested_prompts: PROMPTS,
            },
            app_home: {
                home_tab_enabled: true,
                messages_tab_enabled: true,
                messages_tab_read_only_enabled: false,
            },
            bot_user: { display_name: '履职问答', always_online: true },
            shortcuts: [
                {
                    name: '查这件事归谁',
                    type: 'message',
                    callback_id: SHORTCUT_MESSAGE,
                    description: '按履职清单查这条消息说的事归谁管，先只有你看到',
                },
                {
                    name: '查履职清单',
                    type: 'global',
                    callback_id: SHORTCUT_GLOBAL,
                    description: '选乡镇、写什么事，查履职清单怎么规定',
                },
            ],
            slash_commands: [
                {
                    command: COMMAND,
                    description: '查一件事归谁管（先只有你看到，可发到频道）',
                    usage_hint: '烧麦秆冒烟归谁管',
                    should_escape: false,
                    ...(isHttp ? { url } : {}),
                },
            ],
            unfurl_domains: [new URL(base).hostname],
        },
        oauth_config: {
            ...(isHttp ? { redirect_urls: [`${base}${REDIRECT_PATH}`] } : {}),
            scopes: {
                bot: [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES],
                bot_optional: [...OPTIONAL_SCOPES],
            },
        },
        settings: {
            event_subscriptions: {
                ...(isHttp ? { request_url: url } : {}),
                bot_events: [
                    'app_home_opened',
                    'app_mention',
                    'app_uninstalled',
                    'link_shared',
                    'message.channels',
                    'message.groups',
                    'message.im',
                    'tokens_revoked',
                ],
            },
            interactivity: {
                is_enabled: true,
                ...(isHttp ? { request_url: url, message_menu_options_url: url } : {}),
            },
            org_deploy_enabled: false,
            socket_mode_enabled: !isHttp,
            token_rotation_enabled: false,
        },
    };
}
/** Required permissions that are not granted. */
export const missingScopes = (granted, needed) => needed.filter((scope) => !granted.includes(scope));
