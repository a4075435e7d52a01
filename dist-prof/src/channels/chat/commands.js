// Commands in plain words: 绑定阿拉甫乡, 解绑, 当前乡镇, 帮助. Only whole messages are commands; everything else is a question.
import { normalize } from '../../language/index.js';
const POLITE = /^(?:请|麻烦|帮忙|帮我们|帮我|给我们|给我|把?(?:本|这个|我们)?(?:群|会话|频道))+/u;
const END = /[\s。.!?,、~]+$/u;
// 绑定阿拉甫乡   绑定到：阿拉甫乡   切换到托格拉克乡   设置乡镇为阿拉甫乡   绑定乡镇 阿拉甫乡
const BIND = /^(?:重新)?(?<verb>绑定|捆绑|绑|切换|设置|设定|设)(?:一下)?(?:乡镇|街道|清单)?(?:到|为|成|在|是|给)?[\s:“"「]*(?<name>[^“”"「」]{0,24}?)[”"」]?(?:的)?(?:清单|履职清单)?$/u;
// 我们是阿拉甫乡的   本群是阿拉甫乡   我在托格拉克乡工作
const INTRODUCE = /^(?<who>我们这(?:里|边|儿)?|我们群|我们|咱们|咱|我|本乡镇|这里|这边|这个群|本群|这是)(?:都)?(?:是|属于|在)(?<name>[^,。!?:;\s]{2,24}?)(?:这边|工作|上班|干部)?(?:的)?(?:人|群|工作群|干部)?$/u;
// 绑定   切换乡镇
const BARE_BIND = /绑定|乡镇|街道|清单/u;
const TOWNSHIP_LIKE = /(?:乡|镇|街道)$/u;
const UNBIND = /^(?:解绑|取消绑定|解除绑定|不绑定了?|退绑|解除乡镇|取消乡镇)(?:乡镇|清单|吧|一下)?$/u;
const CURRENT = /^(?:当前|现在|目前|本群|我们)?(?:是|绑定的?是?|绑定了?|的)?(?:哪个|什么|哪一个)?(?:乡镇|绑定)(?:是(?:哪个|什么|谁))?$|^(?:现在|当前|目前|本群|本会话|这里)?(?:绑定|绑)(?:的)?(?:是|了)?(?:哪个|什么|哪里|哪)(?:乡镇|乡|镇|清单)?$|^查看?绑定$/u;
const HELP = /^(?:\/?help|帮助|使用帮助|怎么用|如何使用|使用说明|说明|用法|你会什么|你能做什么|能做什么|\?)$/u;
const MOST_COMMAND = 48;
/** The command that a message is, or null. `绑定` alone has an empty name. */
export function parseCommand(text, characters) {
    const plain = normalize(text, characters).replace(END, '').trim();
    if ([...plain].length > MOST_COMMAND)
        return null;
    if (plain === '' && /[?？]/u.test(text))
        return { type: 'help' };
    const bare = plain.replace(POLITE, '').trim();
    for (const candidate of new Set([bare, plain])) {
        if (UNBIND.test(candidate))
            return { type: 'unbind' };
        if (HELP.test(candidate))
            return { type: 'help' };
        if (candidate !== '绑定' && CURRENT.test(candidate))
            return { type: 'current' };
        const bound = BIND.exec(candidate)?.groups;
        if (bound) {
            const name = (bound['name'] ?? '').trim();
            const sure = name === '' ? BARE_BIND.test(candidate) : bound['verb'] === '绑定' && TOWNSHIP_LIKE.test(name);
            return { type: 'bind', name, sure };
        }
        const introduced = INTRODUCE.exec(candidate)?.groups;
        if (introduced)
            return { type: 'introduce', name: introduced['name'] ?? '', forAll: introduced['who'] !== '我' };
    }
    return null;
}
