// The index command: options to work to exit status. 0: done; 1: refused or failed, the reason on stderr; 2: usage.
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { collectErrors, toDocumentAudit } from './audit-file.js';
import { buildAll } from './build.js';
import { toExportLines } from './export.js';
import { BuildFault, toFaultLine } from './fault.js';
import { importSource } from './import-source.js';
import { loadOrganisationLexicon } from './lexicon-file.js';
import { toReport } from './report.js';
import { deriveFrom } from './derived.js';
import { LexiconError } from './lexicon/index.js';
import { toJsonText, writeAtomically } from './write.js';
/** From this many lists on, progress is shown on a terminal. */
const MANY = 20;
/** Runs the command; never throws for a fault that has a code. */
export function runIndex(argv, context) {
    const program = createProgram(context);
    try {
        program.parse([...argv], { from: 'user' });
    }
    catch (error) {
        if (error instanceof CommanderError)
            return error.exitCode === 0 ? 0 : 2;
        throw error;
    }
    const options = program.opts();
    try {
        return options.source === undefined
            ? rebuild(options, context)
            : importOne(options.source, options, context);
    }
    catch (fault) {
        if (!(fault instanceof BuildFault) && !(fault instanceof LexiconError))
            throw fault;
        context.stderr.write(`${fault instanceof BuildFault ? toFaultLine(fault) : fault.message}\n`);
        return 1;
    }
}
function createProgram({ stdout, stderr }) {
    return new Command('npm run index --')
        .description('重建 data/duties.json：读取 data/sources.json 登记的全部清单，逐字记账、核对，写出事项和核对报告。')
        .helpOption('-h, --help', '显示本说明')
        .option('--export <文件>', '把事项按一行一个 JSON 写到文件；“-”写到标准输出。此时不改动 data/')
        .option('--source <文件>', '只导入这一份清单文本（不必登记），不改动 data/')
        .option('--township <名称>', '--source 的文件没有印乡镇（街道）名时，用它补上')
        .option('--county <名称>', '--source 的文件没有印县（市、区）名时，用它补上')
        .option('--audit <文件>', '把核对结果写到这个 JSON 文件')
        .addHelpText('after', HELP_EXAMPLES)
        .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
        .configureOutput({
        writeOut: (text) => void stdout.write(text),
        writeErr: (text) => void stderr.write(text),
        outputError: (text, write) => write(`用法有误：${text.replace(/^error: /u, '')}运行 npm run index -- --help 查看说明。\n`),
    })
        .exitOverride()
        .allowExcessArguments(false);
}
const TITLES = { 'Usage:': '用法：', 'Options:': '选项：' };
const HELP_EXAMPLES = `
例：
  npm run index                                  重建全部清单
  npm run -s index -- --export -                 导出全部事项
  npm run -s index -- --source 清单.txt --export - --audit 核对.json
  npm run -s index -- --source 清单.txt --export - --township 某某乡 --county 某某县`;
function rebuild(options, { rootDir, stdout, stderr }) {
    const { file, audit } = buildAll({
        rootDir,
        onDocument: (done, total, township) => {
            if (stderr.isTTY === true && total >= MANY)
                stderr.write(`\r读取清单 ${done}/${total} ${township}\u001B[K`);
        },
    });
    if (stderr.isTTY === true && file.documents.length >= MANY)
        stderr.write('\r\u001B[K');
    const errors = collectErrors(audit);
    if (options.audit !== undefined)
        writeAtomically(options.audit, toJsonText(audit));
    if (errors.length > 0) {
        for (const error of errors)
            stderr.write(`${toFaultLine(error)}\n`);
        stderr.write('没有写出任何数据，原有的 data/duties.json 保持不变。\n');
        return 1;
    }
    if (options.export !== undefined) {
        writeExport(options.export, toExportLines(file.documents, file.items), stdout);
        return 0;
    }
    const derived = deriveFrom(file, rootDir);
    writeAtomically(join(rootDir, 'data/duties.json'), toJsonText(file));
    writeAtomically(join(rootDir, 'data/audit.json'), toJsonText(audit));
    for (const { path, text } of derived.files)
        writeAtomically(join(rootDir, path), text);
    stdout.write(`${[...toReport(audit), ...derived.report].join('\n')}\n`);
    return 0;
}
function importOne(path, options, { rootDir, stdout, stderr }) {
    const given = { path };
    if (options.township !== undefined)
        given.township = options.township;
    if (options.county !== undefined)
        given.county = options.county;
    const imported = importSource(given, loadOrganisationLexicon(rootDir));
    if (options.audit !== undefined)
        writeAtomically(options.audit, toJsonText(toDocumentAudit(imported)));
    const errors = imported.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
        for (const error of errors)
            stderr.write(`${toFaultLine({ ...error, file: path })}\n`);
        return 1;
    }
    const lines = toExportLines([imported.document], imported.items);
    if (options.export === undefined) {
        const { counts, township, county } = imported.document;
        const sum = counts.basic + counts.cooperative + counts.reclaimed;
        stdout.write(`${county}${township}：读出 ${sum} 项（基本 ${counts.basic}，配合 ${counts.cooperative}，收回 ${counts.reclaimed}），疑点 ${imported.findings.length} 条。加 --export - 输出事项，加 --audit 文件 输出核对结果。\n`);
        return 0;
    }
    writeExport(options.export, lines, stdout);
    return 0;
}
function writeExport(target, lines, stdout) {
    if (target === '-')
        stdout.write(lines);
    else
        writeAtomically(target, lines);
}
