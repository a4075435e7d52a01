// npm run ask: options → questions → text or JSON → exit status (0 answered, 3 not listed, 2 usage, 1 fault).
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Readable, Writable } from 'node:stream';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { warmUpQuestions, type Answer, type Question } from '../../answer/index.ts';
import { ListKind, type Corpus, type DutyDocument } from '../../duty/index.ts';
import { toReply, type ReplyOptions } from '../../reply/index.ts';
import { BatchLine, findDocument, toQuestion } from './batch.ts';
import { toMachineAnswer } from './machine.ts';
import { renderReply } from './render.ts';
import { runSession } from './session.ts';

export interface AskParts {
  corpus: Corpus;
  answer(question: Question): Answer;
  reply: ReplyOptions;
}

export interface AskContext {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Called only when there is something to ask, so that help needs no data. */
  load(): AskParts;
}

interface Options {
  township?: string;
  list?: ListKind;
  json?: boolean;
  batch?: string;
}

class UsageError extends Error {}

const TITLES: Record<string, string> = { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：' };
const EXAMPLES = `
例：
  npm run ask -- "谁负责秸秆焚烧" --township 阿拉甫乡
  npm run ask -- "阿拉甫乡配合第62项"
  npm run -s ask -- --batch 问题.jsonl --json
  npm run ask                                   进入对话
退出码：0 已回答，3 清单未列，2 用法有误，1 出错。`;

function parseList(value: string): ListKind {
  const list = ListKind.safeParse(value);
  if (!list.success)
    throw new InvalidArgumentError('应为 basic（基本）、cooperative（配合）或 reclaimed（收回）。');
  return list.data;
}

function createProgram({ stdout, stderr }: AskContext): Command {
  return new Command('npm run ask --')
    .description('问某件事归谁管：用该乡镇公布的履职事项清单原文回答。')
    .argument('[问题]', '要问的事；不写则进入对话')
    .helpOption('-h, --help', '显示本说明')
    .option('--township <乡镇>', '按哪个乡镇的清单回答')
    .option('--list <清单>', '只在一张清单里找：basic、cooperative、reclaimed', parseList)
    .option('--json', '输出一行 JSON')
    .option('--batch <文件>', '一行一个 JSON 问题的文件；“-”为标准输入；与 --json 同用')
    .addHelpText('after', EXAMPLES)
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) =>
        write(`用法有误：${text.replace(/^error: /u, '')}运行 npm run ask -- --help 查看说明。\n`),
    })
    .exitOverride();
}

function chosenDocument(name: string | undefined, documents: readonly DutyDocument[]): DutyDocument | null {
  if (name === undefined) return null;
  const document = findDocument(documents, name);
  if (document) return document;
  throw new UsageError(`没有收录“${name}”的清单。已收录：${documents.map((d) => d.township).join('、')}。`);
}

function readBatch(file: string): BatchLine[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new UsageError(`读不到问题文件 ${file}。`);
  }
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line.replace(/^\uFEFF/, ''));
    } catch {
      throw new UsageError(`${file} 第 ${i + 1} 行不是 JSON。`);
    }
    const parsed = BatchLine.safeParse(value);
    if (parsed.success) return [parsed.data];
    throw new UsageError(
      `${file} 第 ${i + 1} 行应有 id 和 q：${parsed.error.issues[0]?.path.join('.') ?? ''}`,
    );
  });
}

function timed(parts: AskParts, question: Question): { answer: Answer; ms: number } {
  const started = performance.now();
  const answer = parts.answer(question);
  return { answer, ms: Math.round((performance.now() - started) * 100) / 100 };
}

function runBatch(file: string, parts: AskParts, stdout: Writable): number {
  const lines = readBatch(file);
  // `ms` is what an answer takes, not what opening an index takes
  for (const question of warmUpQuestions(parts.corpus)) parts.answer(question);
  for (const line of lines) {
    const { answer, ms } = timed(parts, toQuestion(line, parts.corpus.documents));
    stdout.write(`${JSON.stringify({ id: line.id, ...toMachineAnswer(answer), ms })}\n`);
  }
  return 0;
}

const isRefusal = (answer: Answer): boolean => answer.verdict === 'not_listed';

/** Runs the command and gives the exit status; faults other than usage are thrown. */
export async function runAsk(argv: readonly string[], context: AskContext): Promise<number> {
  const program = createProgram(context);
  try {
    program.parse([...argv], { from: 'user' });
    const options = program.opts<Options>();
    if (options.batch !== undefined) return runBatch(options.batch, context.load(), context.stdout);
    const parts = context.load();
    const document = chosenDocument(options.township, parts.corpus.documents);
    const text = program.args.join(' ');
    const ask = (question: Question): { answer: Answer; text: string; ms: number } => {
      const { answer, ms } = timed(
        parts,
        options.list === undefined ? question : { ...question, list: options.list },
      );
      return { answer, ms, text: renderReply(toReply(answer, parts.reply)) };
    };
    if (program.args.length === 0) {
      await runSession({
        input: context.stdin,
        output: context.stdout,
        documents: parts.corpus.documents,
        start: document,
        ask,
      });
      return 0;
    }
    const { answer, ms, text: reply } = ask({ text, documentId: document?.id ?? null, history: [] });
    context.stdout.write(
      options.json === true ? `${JSON.stringify({ id: null, ...toMachineAnswer(answer), ms })}\n` : reply,
    );
    return isRefusal(answer) ? 3 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    context.stderr.write(`${error.message}\n`);
    return 2;
  }
}
