// Sentences of group notices and of the command that sends them.
export const wording = {
    first: (n) => `履职问答已收录 ${n} 份清单`,
    many: (n) => `有 ${n} 份清单更新`,
    added: (township) => `新收录：${township}履职事项清单`,
    removed: (township) => `不再收录：${township}履职事项清单`,
    changed: (township) => `清单更新：${township}履职事项清单`,
    recheck: (township) => `核对提醒：${township}履职事项清单`,
    importFailed: '导入清单时发现问题',
    total: (n) => `现有 ${n} 项`,
    addedItems: (n) => `新增 ${n} 项`,
    removedItems: (n) => `删去 ${n} 项`,
    changedItems: (n) => `改动 ${n} 项`,
    findings: (n) => `核对发现 ${n} 处需要看一看`,
    more: (n) => `……另有 ${n} 条`,
    cut: '……（未完）',
    link: '打开清单',
    recount: (township, parts) => parts.length === 0 ? township : `${township}：${parts.join('，')}`,
    command: {
        description: '清单有变化、或导入核对有发现时，往企业微信群发通知（群消息推送 webhook，WECOM_WEBHOOK_KEY）。',
        dry: '只打印要发的通知，不发送，也不记下',
        audit: '另读一份核对报告（npm run index -- --audit 写出的），默认 data/audit.json',
        help: '显示本说明',
        examples: `
怎样知道有变化：把 data/duties.json、data/audit.json 与上次通知过的（状态目录里的 notified.json）逐项比较。
第一次运行发一条汇总。“内部”清单一律不通知。放在 npm run index 之后运行，或定时运行。

例：
  npm run notify                  有变化就通知
  npm run notify -- --dry         看看会发什么
  npm run index -- --audit var/audit.json; npm run notify -- --audit var/audit.json
                                  导入被拒时，也通知原因

退出码：0 已通知或没有变化；1 没能发出（下次再发）；2 用法有误。`,
        usage: (text) => `用法有误：${text}运行 npm run notify -- --help 查看说明。\n`,
        nothing: '没有变化，不用通知。\n',
        sent: (n) => `已通知 ${n} 条。\n`,
        noKey: '没有设置 WECOM_WEBHOOK_KEY：在群里“消息推送”新建一个，把地址里 key= 后面的部分填进 .env。\n',
        failed: (reason, left) => `没能发出（${reason}），还有 ${left} 条，下次运行再发。\n`,
        badAudit: (file) => `读不懂核对报告 ${file}，只按清单本身比较。\n`,
        notKept: (file) => `记不下已经通知到哪里（${file} 不能写）：下次会重发。\n`,
    },
};
