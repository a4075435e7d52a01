// npm start: every configured channel and the HTTP server in one process, until a signal stops it.
import { fileURLToPath } from 'node:url';
import { config as loadEnvFile } from 'dotenv';
import { startApplication, type Application } from './app/application.ts';
import { loadConfig } from './app/config.ts';
import { AppError } from './app/errors.ts';
import { wording } from './app/wording.zh.ts';
import { ChannelStartError } from './channels/chat/index.ts';
import { StoreTooNewError } from './store/index.ts';

/** Longer than any platform's limit for an answer; after it the process goes anyway. */
const STOP_WITHIN_MS = 15_000;

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** A rejection forgotten by a library costs a log line; an exception leaves a state that cannot be trusted. */
function surviveFaults(application: Application): void {
  process.on('unhandledRejection', (error) => application.noteFault(error, 'unhandledRejection'));
  process.on('uncaughtException', (error) => {
    application.noteFault(error, 'uncaughtException');
    process.exitCode = 1;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void application.stop().finally(() => process.exit(1));
  });
}

function stopOnSignals(application: Application): void {
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(130);
    asked = true;
    say(wording.stopping);
    setTimeout(() => {
      complain(wording.forced);
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    application.stop().then(
      () => say(wording.stopped),
      (error: unknown) => {
        complain(String(error));
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

try {
  loadEnvFile({ quiet: true });
  const loaded = loadConfig(process.env, rootDir);
  const application = await startApplication(loaded, {
    logTo: { write: (line) => process.stderr.write(line) },
    clock: Date.now,
  });
  stopOnSignals(application);
  surviveFaults(application);
  const { host } = loaded.config.http;
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  say(
    wording.started({
      address: `http://${shownHost}:${application.port}`,
      documents: application.documents,
      channels: application.channels,
      hasBaseUrl: loaded.config.baseUrl !== null,
    }),
  );
} catch (error) {
  const isKnown =
    error instanceof AppError || error instanceof StoreTooNewError || error instanceof ChannelStartError;
  const message = error instanceof Error ? error.message : String(error);
  complain(isKnown ? wording.fault(message) : wording.unexpected(message));
  process.exitCode = 1;
}
