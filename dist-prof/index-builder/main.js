// npm run index: the builder's command line. Parses options, calls the work, prints; nothing else.
import { fileURLToPath } from 'node:url';
import { runIndex } from './command.js';
const rootDir = fileURLToPath(new URL('..', import.meta.url));
process.exitCode = runIndex(process.argv.slice(2), {
    rootDir,
    stdout: process.stdout,
    stderr: process.stderr,
});
