// What this channel says itself: cut marks, cards, explanations, states for the operator. Answers are worded by reply/
// and chat/.
import type { MediaKind } from './receive.ts';

const MEDIA: Record<MediaKind, string> = {
  image: '图片我还看不懂',
  voice: '语音我还听不懂',
  file: '文件我还读不了',
  video: '视频我还看不懂',
  location: '位置信息我还用不上',
  link: '链接里的内容我还读不了',
  other: '这种消息我还读不懂',
};

const FEEDBACK_REASONS: Readonly<Record<number, string>> = {
  1: '与问题无关',
  2: '内容不完整',
  3: '内容有错',
  4: '数据分析有误',
};

export const wording = {
  media: (kind: MediaKind) =>
    `${MEDIA[kind]}。请用文字写明是什么事，例如“秸秆焚烧归谁管”，我用本乡镇公布的履职事项清单原文回答。`,
  mediaQuoted: '引用的内容里没有文字，我读不了。请用文字写明是什么事。',
  waiting: (seconds: number) =>
    `本会话的消息太密，已到企业微信的发送上限，正在排队，约 ${seconds} 秒后依次答复，不用重发。`,
  working: '正在查，请稍候……',
  lost: '抱歉，这一问没有保留下来，请再问一次。',
  cut: (hasLink: boolean) => (hasLink ? '……（全文见链接）' : '……（未完，全文见清单原文）'),
  linkLine: '全文：',
  linkLabel: '查看全文',
  nextPage: '（续下页）',
  pageTitle: (page: number, pages: number) => `第${page}页，共${pages}页`,
  card: {
    choose: '问的是哪一项？',
    township: '是哪个乡镇？',
    related: '同一件事的其他条目',
    ask: '可以这样问',
    more: '全文',
    tooMany: (shown: number) => `只列出前 ${shown} 个，其他的请直接写名称。`,
    submit: '确定',
    chosen: (label: string) => `已选：${label}`,
    answered: '已处理',
    seeBelow: '答复见下一条消息',
    source: '履职问答',
  },
  feedbackComment: (reasons: readonly number[], comment: string | null) =>
    [
      ...reasons.flatMap((reason) => FEEDBACK_REASONS[reason] ?? []),
      ...(comment === null ? [] : [comment]),
    ].join('；'),
  menu: { help: '怎么问', current: '当前乡镇', page: '打开网页' },
  menuQuestions: { help: '帮助', current: '当前乡镇' },
  health: {
    connected: '长连接已订阅，正在服务',
    connecting: '正在连接长连接',
    waiting: (seconds: number) => `长连接断开，${seconds} 秒后重连`,
    refused: (code: number) =>
      `订阅被拒绝（errcode ${code}）：请核对 WECOM_BOT_ID 和 WECOM_BOT_SECRET（管理后台“智能机器人”→“API 模式”→“使用长连接”）。仍在隔一会儿重试`,
    kicked:
      '长连接被另一个程序占用，已停止服务。同一个机器人只能有一条长连接：停掉那个程序后重启本程序；要自动抢回请设 WECOM_BOT_TAKEOVER=true',
    retaking: (seconds: number) => `长连接被另一个程序占用，${seconds} 秒后抢回`,
    standby: '另一个进程正在服务，本进程待命，30 秒内可接手',
    stopped: '已停止',
    callback: '等待企业微信回调',
    appReady: '接口可用，等待企业微信回调',
    appStarting: '正在取接口令牌',
    apiFailed: (code: string, hint: string) => `企业微信接口不可用（${code}）：${hint}。仍在隔一会儿重试`,
  },
  errors: {
    '-1': '企业微信系统繁忙',
    '40001': 'Secret 不对：核对 WECOM_APP_SECRET（应用详情页“Secret”）和 WECOM_CORP_ID',
    '40013': '企业编号不对：核对 WECOM_CORP_ID（“我的企业”页最下面的“企业ID”）',
    '40014': '令牌失效',
    '40056': '应用编号不对：核对 WECOM_AGENT_ID（应用详情页“AgentId”）',
    '40058': '参数不合规',
    '42001': '令牌过期',
    '43012': '发按钮卡片要先在应用详情页设好“接收消息”的 API 接收',
    '44004': '内容为空',
    '45002': '内容过长',
    '45009': '调用过于频繁，已到企业微信的上限',
    '45033': '并发过多',
    '48001': '应用没有这个接口的权限',
    '48002': '应用没有这个接口的权限',
    '50003': '应用已停用：在管理后台启用',
    '60011': '对方不在应用的可见范围内：在应用详情页“可见范围”里加上',
    '60021': '对方不在应用的可见范围内：在应用详情页“可见范围”里加上',
    '81013': '接收人都不在应用的可见范围内',
    '82004': '内容不合规',
    '93000': '群机器人的 key 不对或已被移除：核对 WECOM_WEBHOOK_KEY',
    '93004': '群机器人已停用',
    '93008': '群机器人不在群里',
  } as Readonly<Record<string, string>>,
  untrustedIp: (ip: string | null) =>
    `本机出口 IP${ip === null ? '' : ` ${ip} `}不在“企业可信IP”里：到管理后台应用详情页最下面的“企业可信IP”加上它（须先设可信域名或“接收消息”的 URL）`,
  otherError: '见企业微信“全局错误码”',
  unreachable: '连不上，请检查网络、WECOM_API_URL 和 WECOM_CA_FILE',
} as const;
