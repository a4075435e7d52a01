// Style, script and pictures, read once. The style goes into every page, so that the first view needs one request;
// the others are served under names that change with their content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
// …/dist/src/channels/web: a build has no assets of its own, it uses those of the sources
const BUILT = /[\\/]dist(?=[\\/]src[\\/]channels[\\/]web$)/;
const COMMENTS = /\/\*[^]*?\*\//g;
const BLANKS = /\s*\n\s*/g;
const shortHash = (body) => createHash('sha256').update(body).digest('hex').slice(0, 8);
/** @throws when the files are not there: the installation is incomplete. */
export function loadAssets() {
    const folder = path.join(import.meta.dirname.replace(BUILT, ''), 'assets');
    const read = (name) => new Uint8Array(readFileSync(path.join(folder, name)));
    const toAsset = (name, type) => {
        const body = read(name);
        const { name: stem, ext } = path.parse(name);
        return { path: `/assets/${stem}.${shortHash(body)}${ext}`, type, body };
    };
    const style = new TextDecoder()
        .decode(read('style.css'))
        .replace(COMMENTS, '')
        .replace(BLANKS, '\n')
        .trim();
    const script = toAsset('app.js', 'text/javascript; charset=utf-8');
    const icon = toAsset('icon.svg', 'image/svg+xml');
    const share = toAsset('share.png', 'image/png');
    const all = new Map([script, icon, share].map((asset) => [asset.path, asset]));
    return {
        pageHead: `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8" />\n<style>${style}</style>`,
        styleHash: `sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}`,
        script,
        icon,
        share,
        find: (requested) => all.get(requested) ?? null,
    };
}
