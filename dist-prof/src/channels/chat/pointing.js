// “这个归谁管” under somebody's message: does a text only point at what it quotes, or does it say something itself?
import { normalize } from '../../language/index.js';
// Words that point, ask and speak but name no matter. Longer words stand before those they contain.
const ASKS = /管不管|归不归|是不是|有没有|负责人|哪个|哪家|哪里|哪些|哪儿|哪|什么|怎么|怎样|如何|多少|应该|应当|究竟|到底|属于|需要|可以|归口|负责|牵头|主管|主责|处理|解决|查处|处罚|分内|配合|职责|责任|范围|清单|部门|单位|科室|领导|谁|啥|归|由|算|要|得|找|让|管|办|做|干|罚|修|批|发|赔|列|写|能|是|有|来|去|局/gu;
const POINTS = /这样的|这件|这种|这类|这样|这个|这条|这项|这些|那个|那件|那种|上面|前面|上述|刚才|说的|这|那|此|该|它|他们/gu;
const SPEAKERS = /我们|咱们|你们|大家|各位|老师|同志|请问|请教|麻烦|帮忙|帮我|查查|看看|问问|问下|查下|一下|乡镇|政府|街道|乡里|镇里|县里|乡|镇|县|我|咱|你|帮|查|看|问|下/gu;
const THINGS = /事项|事情|事儿|情况|问题|投诉|诉求|消息|活儿|东西|活|事/gu;
const ENDS = /[吗嘛呢啊呀吧的了么不里上在和跟都也还\p{P}\p{S}\s]+/gu;
// 这个谁来罚   上面说的这件事归谁
const LEADING = /^(?:(?:上面|前面|上述|刚才)(?:说的|的)?)?(?:这样的|这件|这种|这类|这样|这个|这条|这项|这些|那个|那件|那种|这|那|此|该|它)?(?:事项|事情|事儿|情况|问题|事)?[\s,，。:：]*/u;
/** Whether a text holds nothing besides pointing, asking and the given place words (normalised). */
export function onlyPoints(text, placeWords, characters) {
    let rest = normalize(text, characters);
    for (const word of placeWords)
        rest = rest.replaceAll(word, ' ');
    for (const words of [ASKS, POINTS, SPEAKERS, THINGS, ENDS])
        rest = rest.replace(words, ' ');
    return rest.trim() === '';
}
/** The text without what it points with, so that it no longer reads as a follow-up. `这个谁来罚` → `谁来罚`. */
export function withoutPointer(text) {
    return text.trim().replace(LEADING, '').trim();
}
