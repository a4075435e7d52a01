// npm run notify: group notices about changed lists.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { config as loadEnvFile } from 'dotenv';
import { readAuthorities } from './app/authorities.js';
import { loadConfig } from './app/config.js';
import { AppError } from './app/errors.js';
import { runNotify } from './channels/wecom/index.js';
import { DutyFile } from './duty/index.js';
const rootDir = fileURLToPath(new URL('..', import.meta.url));
function readDuties(dataDir) {
    const file = path.join(dataDir, 'duties.json');
    try {
        return DutyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    }
    catch (cause) {
        throw new AppError('data-broken', `读不出清单数据 ${file}。请运行 npm run index 生成。`, { cause });
    }
}
loadEnvFile({ quiet: true });
try {
    process.exitCode = await runNotify(process.argv.slice(2), {
        stdout: process.stdout,
        stderr: process.stderr,
        clock: Date.now,
        load() {
            const { config } = loadConfig(process.env, rootDir);
            const { dataDir, stateDir } = config.data;
            return {
                wecom: config.wecom,
                ca: readAuthorities('WECOM_CA_FILE', config.wecom.caFile),
                dataDir,
                stateDir,
                baseUrl: config.baseUrl,
                duties: readDuties(dataDir),
            };
        },
    });
}
catch (error) {
    process.exitCode = 1;
    process.stderr.write(error instanceof AppError
        ? `${error.message}\n`
        : `出错：${error instanceof Error ? error.message : String(error)}\n`);
}
