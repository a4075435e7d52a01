// npm run notify: finds out what changed since the last notice, tells the group, remembers what was told.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { WecomRefusal } from '../errors.js';
import { TIMING } from '../limits.js';
import { createJsonHttp } from '../protocol/http.js';
import { wording as channelWording } from '../wording.zh.js';
import { findChanges, withTold } from './changes.js';
import { toNotices } from './notice.js';
import { AuditReport, EMPTY, Snapshot, toSnapshot } from './snapshot.js';
import { createWebhook } from './webhook.js';
import { wording } from './wording.zh.js';
export const NOTIFIED_FILE = 'notified.json';
function createProgram({ stdout, stderr }) {
    return new Command('npm run notify --')
        .description(wording.command.description)
        .helpOption('-h, --help', wording.command.help)
        .option('--dry', wording.command.dry)
        .option('--audit <文件>', wording.command.audit)
        .addHelpText('after', wording.command.examples)
        .configureHelp({ styleTitle: (title) => ({ 'Usage:': '用法：', 'Options:': '选项：' })[title] ?? title })
        .configureOutput({
        writeOut: (text) => void stdout.write(text),
        writeErr: (text) => void stderr.write(text),
        outputError: (text, write) => write(wording.command.usage(text.replace(/^error: /u, ''))),
    })
        .exitOverride()
        .allowExcessArguments(false);
}
function readJson(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    }
    catch {
        return null;
    }
}
function readAudit(file, stderr) {
    const parsed = AuditReport.safeParse(readJson(file));
    if (parsed.success)
        return parsed.data;
    stderr.write(wording.command.badAudit(file));
    return null;
}
/** Null at the first time, and when the file is of another form. */
function readTold(file) {
    const parsed = Snapshot.safeParse(readJson(file));
    return parsed.success ? parsed.data : null;
}
function keepTold(file, snapshot) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, JSON.stringify(snapshot), { mode: 0o600 });
    renameSync(draft, file);
}
function reasonOf(error) {
    if (error instanceof WecomRefusal)
        return `errcode ${error.code}，${channelWording.errors[String(error.code)] ?? channelWording.otherError}`;
    return `${error instanceof Error ? error.message : 'unknown'}，${channelWording.unreachable}`;
}
/** 0: told, or nothing to tell; 1: not sent; 2: usage. */
export async function runNotify(argv, context) {
    const { stdout, stderr } = context;
    const program = createProgram(context);
    try {
        program.parse([...argv], { from: 'user' });
    }
    catch (error) {
        if (error instanceof CommanderError)
            return error.exitCode === 0 ? 0 : 2;
        throw error;
    }
    const { dry, audit } = program.opts();
    const settings = context.load();
    const { webhookKey, apiUrl } = settings.wecom;
    if (webhookKey === null && dry !== true) {
        stderr.write(wording.command.noKey);
        return 1;
    }
    const now = toSnapshot(settings.duties, readAudit(audit ?? path.join(settings.dataDir, 'audit.json'), stderr));
    const file = path.join(settings.stateDir, NOTIFIED_FILE);
    const before = readTold(file);
    const notices = toNotices(findChanges(before ?? EMPTY, now), before === null, settings.baseUrl);
    if (notices.length === 0) {
        stdout.write(wording.command.nothing);
        return 0;
    }
    if (dry === true || webhookKey === null) {
        stdout.write(`${notices.map(({ text }) => text).join('\n\n———\n\n')}\n`);
        return 0;
    }
    const timing = { ...TIMING, ...context.timing };
    const http = createJsonHttp({ ca: settings.ca, timeoutMs: timing.apiTimeout });
    const webhook = createWebhook({ apiUrl, key: webhookKey, http, clock: context.clock, timing });
    let told = before ?? EMPTY;
    for (const [i, notice] of notices.entries()) {
        try {
            await webhook.send(notice.text);
        }
        catch (error) {
            stderr.write(wording.command.failed(reasonOf(error), notices.length - i));
            return 1;
        }
        for (const change of notice.changes)
            told = withTold(told, now, change);
        try {
            keepTold(file, told);
        }
        catch {
            stderr.write(wording.command.notKept(file));
            return 1;
        }
    }
    stdout.write(wording.command.sent(notices.length));
    return 0;
}
