// npm start: every configured channel and the HTTP server in one process, until a signal stops it.
import { fileURLToPath } from 'node:url';
import { config as loadEnvFile } from 'dotenv';
import { startApplication } from './app/application.js';
import { loadConfig } from './app/config.js';
import { AppError } from './app/errors.js';
import { wording } from './app/wording.zh.js';
import { ChannelStartError } from './channels/chat/index.js';
import { StoreTooNewError } from './store/index.js';
/** Longer than any platform's limit for an answer; after it the process goes anyway. */
const STOP_WITHIN_MS = 15_000;
const rootDir = fileURLToPath(new URL('..', import.meta.url));
const say = (text) => {
    process.stdout.write(`${text}\n`);
};
const complain = (text) => {
    process.stderr.write(`${text}\n`);
};
/** A rejection forgotten by a library costs a log line; an exception leaves a state that cannot be trusted. */
function surviveFaults(application) {
    process.on('unhandledRejection', (error) => application.noteFault(error, 'unhandledRejection'));
    process.on('uncaughtException', (error) => {
        application.noteFault(error, 'uncaughtException');
        process.exitCode = 1;
        setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
        void application.stop().finally(() => process.exit(1));
    });
}
function stopOnSignals(application) {
    let asked = false;
    const stop = () => {
        if (asked)
            process.exit(130);
        asked = true;
        say(wording.stopping);
        setTimeout(() => {
            complain(wording.forced);
            process.exit(1);
        }, STOP_WITHIN_MS).unref();
        application.stop().then(() => say(wording.stopped), (error) => {
            complain(String(error));
            process.exitCode = 1;
        });
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
    say(wording.started({
        address: `http://${shownHost}:${application.port}`,
        documents: application.documents,
        channels: application.channels,
        hasBaseUrl: loaded.config.baseUrl !== null,
    }));
}
catch (error) {
    const isKnown = error instanceof AppError || error instanceof StoreTooNewError || error instanceof ChannelStartError;
    const message = error instanceof Error ? error.message : String(error);
    complain(isKnown ? wording.fault(message) : wording.unexpected(message));
    process.exitCode = 1;
}
