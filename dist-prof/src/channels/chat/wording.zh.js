const joinNames = (documents) => documents.map((document) => document.township).join('、');
const editionOf = (document) => document.edition === '' ? '' : `（${document.edition}）`;
const dateOf = (at) => {
    // Chinese civil time, whatever the machine's zone
    const day = new Date(at + 8 * 3600_000);
    return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
};
export const wording = {
    bound: (document) => `已绑定${document.township}：本会话的问题都按《${document.title}》${editionOf(document)}回答。`,
    boundNote: '问题里写明别的乡镇时，以写明的为准。发“解绑”可以取消。',
    unbound: (township) => `已解绑${township}。以后请在问题里写明乡镇，或再发“绑定”加乡镇名。`,
    notBound: '本会话还没有绑定乡镇。发“绑定”加乡镇名就可以绑定，例如“绑定阿拉甫乡”。',
    current: (document, boundAt) => `本会话绑定的是${document.county}${document.township}，${dateOf(boundAt)}绑定。`,
    currentSource: (document) => `所用清单：《${document.title}》${editionOf(document)}。`,
    currentThread: (document) => `本话题按${document.township}回答（只在本话题有效）。`,
    mayNotBind: '只有指定的管理人员可以绑定或解绑乡镇。你可以在问题里写明乡镇，照样能查。',
    whichTownship: (documents) => `要绑定哪个乡镇？可选：${joinNames(documents)}。`,
    bindUnknown: (name) => `没有收录“${name}”的履职事项清单，不能绑定。`,
    known: (documents) => `已收录的乡镇：${joinNames(documents)}。`,
    chosen: (document) => `本话题以下按${document.township}回答。`,
    chosenDirect: (document) => `已记住：以后在这里都按${document.township}回答。`,
    chooseTownship: '换成哪个乡镇？',
    commands: '可用的指令：绑定某某乡 · 解绑 · 当前乡镇 · 帮助',
    cut: (most) => `问题太长，只读了前 ${most} 个字。`,
    tooMany: (seconds) => `问得太快了，请过 ${seconds} 秒再问。前面的问题已经回答。`,
    tooManyHere: (seconds) => `本会话的提问太密集，请过 ${seconds} 秒再问。`,
    badState: '这个按钮无法识别，请重新提问。',
    expired: '这个按钮已经过期，请重新提问。',
    thanksGood: '谢谢，已记下：这个回答有用。',
    thanksBad: '谢谢，已记下：这个回答不对。可以换个说法再问，或发条目编号核对。',
    failed: '抱歉，刚才出错了，没有查成。请稍后再问一次。',
    label: {
        changeTownship: '换乡镇',
        bind: (township) => `固定为${township}`,
        bindQuestion: (township) => `绑定${township}`,
        fullText: '全文',
        page: (page) => `第${page + 1}页`,
        publish: '发到频道',
        good: '有用',
        bad: '不对',
    },
};
