// The ask command as a process, on the real lists.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function ask(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'src/main-ask.ts', ...args],
      { cwd: ROOT, env: { ...process.env, DUTY_DESK_BASE_URL: '' } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}

describe('npm run ask', { timeout: 60_000 }, () => {
  it('answers with the official row, word for word', async () => {
    const { code, stdout } = await ask(['谁负责秸秆焚烧', '--township', '阿拉甫乡']);
    expect(code).toBe(0);
    expect(stdout).toContain('上级部门牵头：喀什地区生态环境局疏勒县分局');
    expect(stdout).toContain('联合乡级开展执法，查处焚烧行为并罚款');
    expect(stdout).toContain('shule-alafu-2025-c56');
  });

  it('says so when the list has no such row, and exits 3', async () => {
    const { code, stdout } = await ask(['村里野狗成群追着人咬', '--township', '阿拉甫乡']);
    expect(code).toBe(3);
    expect(stdout).toContain('阿拉甫乡的清单未列此事');
    expect(stdout).toContain('不是答案，仅供参考');
  });

  it('asks for the township when none is known', async () => {
    const { code, stdout } = await ask(['残疾证去哪里办', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'ambiguous_township', verdict: 'ambiguous_township' });
  });

  it('gives one row by number and by id', async () => {
    const byNumber = await ask(['阿拉甫乡配合第62项', '--json']);
    expect(JSON.parse(byNumber.stdout)).toMatchObject({
      items: [{ township: '阿拉甫乡', list: 'cooperative', no: 62 }],
    });
    const byId = await ask(['shule-alafu-2025-c62', '--json']);
    expect(JSON.parse(byId.stdout)).toMatchObject({
      items: [{ township: '阿拉甫乡', list: 'cooperative', no: 62 }],
    });
  });

  it('reads a batch from standard input, in order, history included', async () => {
    const lines = [
      { id: '1', q: '高龄津贴谁发', asker_township: '阿拉甫乡', history: [] },
      { id: '2', q: '那托格拉克乡呢', asker_township: '阿拉甫乡', history: ['街上没主的狗归谁抓'] },
    ];
    const { stdout } = await ask(
      ['--batch', '-', '--json'],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; items: { township: string }[] });
    expect(answers.map(({ id }) => id)).toEqual(['1', '2']);
    expect(answers[1]?.items[0]?.township).toBe('托格拉克乡');
  });

  it('explains usage errors in Chinese and exits 2', async () => {
    expect(await ask(['--nosuch'])).toMatchObject({ code: 2, stderr: expect.stringContaining('用法有误') });
    expect(await ask(['x', '--township', '不存在乡'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('没有收录'),
    });
    expect(await ask(['--batch', '-'], 'no json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('第 1 行'),
    });
  });

  it('converses: the prompt shows the township, history is understood', async () => {
    const { stdout } = await ask([], '绑定 阿拉甫乡\n高龄津贴谁发\n那我们要做啥\n退出\n');
    expect(stdout).toContain('阿拉甫乡>');
    expect(stdout.split('配合履职事项 第19项').length).toBeGreaterThan(2);
  });
});
