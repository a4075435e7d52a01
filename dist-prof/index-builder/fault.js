/** Stops a run. `message` says in Chinese what is wrong and what to do; `file` and `line` say where. */
export class BuildFault extends Error {
    code;
    file;
    line;
    constructor(code, message, where = {}) {
        super(message, where.cause === undefined ? undefined : { cause: where.cause });
        this.name = 'BuildFault';
        this.code = code;
        this.file = where.file ?? null;
        this.line = where.line ?? null;
    }
}
/** `错误 [list-missing] data/sources/a.txt 第 12 行：…`, one line, for stderr. */
export function toFaultLine(fault) {
    const file = fault.file === null ? '' : ` ${fault.file}`;
    const line = fault.line === null ? '' : ` 第 ${fault.line} 行`;
    return `错误 [${fault.code}]${file}${line}：${fault.message}`;
}
