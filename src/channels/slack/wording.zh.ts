// What only Slack needs to say: labels of its own buttons, forms, the Home tab, and what an operator must change.

export const wording = {
  botName: '履职问答',
  previous: '上一页',
  next: '下一页',
  fold: '收起',
  pageOf: (page: number, pages: number) => `全文第 ${page + 1} 页，共 ${pages} 页`,
  folded: '（点“全文”看原文）',
  more: (n: number) => `……还有 ${n} 条，点“全文”看全部`,
  rest: '……（后面还有，点“全文”看全部）',
  openPage: '打开条目页',
  cite: '复制引用',
  citeTitle: '复制引用',
  citeLabel: '长按或全选后复制，贴到争议的话题里',
  close: '关闭',
  source: '依据',
  pickTownship: '选择乡镇',
  pickPlaceholder: '输入乡镇、县名或拼音首字',
  goodAccessible: '这个回答有用',
  badAccessible: '这个回答不对',
  published: '已发到频道。',
  notMember: (channel: string | null) =>
    `我不在${channel === null ? '那个会话' : `频道 ${channel} `}里，不能在那里回答。请在频道里发 /invite @${wording.botName}，再问一次。答案先发给你：`,
  windowMissed: '窗口没来得及打开，请再点一次；也可以直接把问题发给我。',
  formTitle: '查履职清单',
  formSubmit: '查询',
  formQuestion: '什么事？',
  formQuestionHint: '例如：烧麦秆冒烟归谁管',
  formTownship: '哪个乡镇（可不选）',
  formConversation: '发到哪个会话（不选则只有自己看到）',
  formConversationHint: '选了会话，回答会发在那里，大家都能看到。',
  answerTitle: '查询结果',
  asked: (question: string) => `问：${question}`,
  sentTo: '已发到所选的会话。',
  homeBound: (township: string, county: string) => `当前乡镇：${county}${township}`,
  homeUnbound: '还没有选定乡镇',
  homeBoundNote: '在这里和单聊里提问，都按这个乡镇的清单回答；问题里写明别的乡镇时以写明的为准。',
  homePick: '换一个乡镇',
  homeHow: '怎么问',
  homeWays: [
    '在频道里 @履职问答，写上什么事；接着在话题里追问',
    '在“消息”页直接发问题，只有你看得到',
    '任何地方输入 /duty 加问题，先只有自己看到，再点“发到频道”',
    '对别人的消息点“更多操作”→“查这件事归谁”',
    '写条目号也行：配合62；贴条目链接会自动展开成卡片',
  ],
  homeRecent: '最近的提问（点一下再问）',
  homeNoRecent: '还没有提问。',
  homeLists: '已收录的清单',
  homeList: (title: string, edition: string, counts: string) =>
    `《${title}》${edition === '' ? '' : `（${edition}）`}：${counts}`,
  homeAudit: (errors: number, warnings: number) =>
    errors + warnings === 0
      ? '核对无存疑'
      : `核对存疑 ${errors + warnings} 处${errors > 0 ? `（差错 ${errors}）` : ''}`,
  homeNoAudit: '未附核对结果',
  homeCounts: (basic: number, cooperative: number, reclaimed: number) =>
    `基本 ${basic}、配合 ${cooperative}、收回 ${reclaimed} 项`,
  homeMore: (n: number) => `另有 ${n} 份，可在上面选择乡镇。`,
  homeAnswered: '问题已发出，答案在“消息”页。',
  installed: '安装好了。回到 Slack，把 履职问答 邀请进频道，@它 提问即可。',
  notInstalled: '没有安装成功，请回到安装页重试。',
  start: {
    badToken: (variable: string, code: string) =>
      `Slack 不认 ${variable}（${code}）。请到 https://api.slack.com/apps 打开应用，在 OAuth & Permissions 页重新复制 Bot User OAuth Token；令牌被撤销过就点 Reinstall to Workspace。`,
    badAppToken: (code: string) =>
      `Slack 不认 SLACK_APP_TOKEN（${code}）。请在 Basic Information 页的 App-Level Tokens 里新建一个，权限勾 connections:write；并确认 Socket Mode 页已打开 Enable Socket Mode。`,
    missingScopes: (scopes: readonly string[]) =>
      `Slack 应用缺少权限：${scopes.join('、')}。请在 OAuth & Permissions 页的 Bot Token Scopes 里补上，再点 Reinstall to Workspace。`,
  },
  internalScopes: (scopes: readonly string[]) =>
    `要在 Slack 里看“内部”清单，还需要权限 ${scopes.join('、')}；没有这些权限时，一律当作有外部人员的会话，不给看。`,
  health: {
    connecting: '正在连接 Slack',
    connected: (team: string) => `已连接工作区 ${team}`,
    listening: (n: number) => `等待 Slack 的请求；已安装 ${n} 个工作区`,
    noInstallation: '还没有工作区安装，请打开 /slack/install',
    lost: (seconds: number) => `与 Slack 的连接已断开 ${seconds} 秒，正在重连`,
    revoked: (code: string) => `Slack 令牌失效（${code}）：请重新安装应用，更新 SLACK_BOT_TOKEN 后重启`,
    unreachable: '连不上 Slack，正在重试',
    stopped: '已停止',
  },
} as const;
