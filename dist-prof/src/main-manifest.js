// npm run manifest: prints the Slack app's manifest, for HTTP or Socket Mode, with the operator's own address.
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { toManifest } from './channels/slack/index.js';
/** Stands for an address that the operator puts in. */
const EXAMPLE = 'https://zhize.example';
const program = new Command('manifest')
    .description('打印 Slack 应用清单（manifest），粘贴到 api.slack.com 创建应用')
    .helpOption('-h, --help', '显示本说明')
    .option('--socket', 'Socket Mode：不需要公网地址')
    .option('--base-url <地址>', '本服务的公网地址，与 DUTY_DESK_BASE_URL 相同', EXAMPLE)
    .option('--write', '改写项目里的 manifest.json 和 docs/manifest.socket.json（用示例地址）')
    .parse();
const options = program.opts();
const toText = (manifest) => `${JSON.stringify(manifest, null, 2)}\n`;
if (options.write === true) {
    writeFileSync('manifest.json', toText(toManifest({ mode: 'http', baseUrl: EXAMPLE })));
    writeFileSync('docs/manifest.socket.json', toText(toManifest({ mode: 'socket', baseUrl: EXAMPLE })));
}
else if (URL.canParse(options.baseUrl) && options.baseUrl.startsWith('https:')) {
    const mode = options.socket === true ? 'socket' : 'http';
    process.stdout.write(toText(toManifest({ mode, baseUrl: options.baseUrl })));
}
else {
    process.stderr.write('--base-url 应是 https:// 开头的完整地址，例如 https://zhize.example\n');
    process.exitCode = 2;
}
