// A file of further certificate authorities, for platforms that run in a private network.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { AppError } from './errors.js';
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/**
 * The authorities of Node and those of `file`; null without a file.
 * @throws AppError `config-invalid` naming `variable` when the file cannot be read or holds no certificate
 */
export function readAuthorities(variable, file) {
    if (file === null)
        return null;
    try {
        const found = readFileSync(file, 'utf8').match(CERTIFICATE) ?? [];
        const valid = found.filter((text) => new X509Certificate(text).fingerprint256 !== '');
        if (valid.length > 0)
            return [...rootCertificates, ...valid];
    }
    catch (cause) {
        throw new AppError('config-invalid', `${variable}：读不出 ${file} 里的证书（应为 PEM 格式）。`, {
            cause,
        });
    }
    throw new AppError('config-invalid', `${variable}：${file} 里没有证书（应为 PEM 格式）。`);
}
