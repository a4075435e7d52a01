// Asking without a question on the command line: a conversation with history and the bound township in the prompt.
import { createInterface } from 'node:readline/promises';
import { findDocument } from './batch.js';
const BIND = /^(?:绑定|切换到?|换到?)\s*(?<name>\S+)$/;
const LEAVE = /^(?:退出|再见|exit|quit|q)$/i;
const MOST_TURNS = 12;
const HINT = '直接输入问题；“绑定 乡镇名”换乡镇，“退出”结束。\n';
function township(answer) {
    return answer.kind === 'item' ? answer.hit.document.township : '';
}
/** Runs until the input ends or the person leaves. */
export async function runSession(parts) {
    const { input, output, documents, start } = parts;
    const lines = createInterface({ input, output, terminal: false });
    let document = start;
    const history = [];
    const prompt = () => void output.write(`${document?.township ?? '未绑定乡镇'}> `);
    output.write(HINT);
    prompt();
    for await (const line of lines) {
        const text = line.trim();
        if (LEAVE.test(text))
            break;
        const wanted = BIND.exec(text)?.groups?.['name'];
        if (wanted !== undefined) {
            const found = findDocument(documents, wanted);
            output.write(found
                ? `已绑定${found.township}。\n`
                : `没有收录“${wanted}”。已收录：${documents.map((d) => d.township).join('、')}。\n`);
            document = found ?? document;
        }
        else if (text !== '') {
            const { answer, text: reply } = parts.ask({ text, documentId: document?.id ?? null, history });
            output.write(`\n${reply}\n`);
            history.push({ role: 'user', content: text }, { role: 'assistant', content: `${township(answer)}：${reply.slice(0, 200)}` });
            history.splice(0, Math.max(0, history.length - MOST_TURNS));
        }
        prompt();
    }
    output.write('\n');
}
