// npm run ask: the terminal. It belongs to the operator of the machine and sees every list.
import { fileURLToPath } from 'node:url';
import { config as loadEnvFile } from 'dotenv';
import { readAskSettings } from './app/ask-settings.ts';
import { createLoadedEngine, loadData } from './app/data.ts';
import { AppError } from './app/errors.ts';
import { runAsk } from './channels/cli/index.ts';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
loadEnvFile({ quiet: true });
try {
  process.exitCode = await runAsk(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    load: () => {
      const settings = readAskSettings(process.env, rootDir);
      const data = loadData(settings.dataDir, settings.segmenter);
      const engine = createLoadedEngine(data, settings.indexDir);
      return {
        corpus: data.corpus,
        answer: (question) => engine.answer(question),
        reply: { baseUrl: settings.baseUrl },
      };
    },
  });
} catch (error) {
  process.exitCode = 1;
  const message =
    error instanceof AppError
      ? error.message
      : `出错：${error instanceof Error ? error.message : String(error)}`;
  process.stderr.write(`${message}\n`);
}
