// npm run bench -- NAME: one benchmark by its name; without a name that of the answers.

const BENCHES: Readonly<Record<string, string>> = {
  answers: './answers.ts',
  slack: './slack.ts',
  web: './web.ts',
  wecom: './wecom.ts',
};

const [, , first = 'answers'] = process.argv;
const name = first.startsWith('-') ? 'answers' : first;
const module = BENCHES[name];
if (module === undefined) {
  process.stderr.write(`没有“${name}”这项测试，可选：${Object.keys(BENCHES).join('、')}\n`);
  process.exitCode = 2;
} else {
  // the benchmark reads its own options
  if (name === first) process.argv.splice(2, 1);
  await import(module);
}
