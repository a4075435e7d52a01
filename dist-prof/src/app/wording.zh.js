// What the operator reads when the application starts and stops.
const CHANNEL_HINT = [
    '还没有接入聊天平台。想让机器人在群里回答，请在 .env 里填写其中一组（各项说明见 .env.example）：',
    '  · Slack：SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN（不需要公网地址）',
    '  · 企业微信智能机器人：WECOM_BOT_ID 和 WECOM_BOT_SECRET（长连接，不需要公网地址）',
    '然后重新运行 npm start。',
];
export const wording = {
    started: ({ address, documents, channels, hasBaseUrl }) => [
        `履职问答已启动：${address}`,
        `已收录 ${documents.length} 份清单：${documents.join('、')}`,
        ...(channels.length > 0 ? [`聊天平台：${channels.join('、')}`] : CHANNEL_HINT),
        ...(hasBaseUrl || channels.length === 0
            ? []
            : ['没有设置 DUTY_DESK_BASE_URL：聊天里的回答只给条目编号，不带链接。']),
        `试一试：打开 ${address} ，或在终端运行 npm run ask -- "烧麦秆冒烟归谁管"`,
        `运行状况：${address}/healthz　指标：${address}/metrics　停止：Ctrl+C`,
    ].join('\n'),
    stopping: '正在停止：把已经收到的问题答完……（再按一次 Ctrl+C 立即退出）',
    stopped: '已停止。',
    forced: '等了太久，强行退出。',
    fault: (message) => `不能启动：${message}`,
    unexpected: (message) => `不能启动，原因不明：${message}\n请带上这段文字和日志，到项目主页提交问题。`,
};
