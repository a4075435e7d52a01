// A process that holds the long connection and may be killed or put to sleep. Run with: state directory, socket URL.
import { TIMING } from '../../../src/channels/wecom/limits.ts';
import { createDesk, socketVariables } from './channel.ts';

const [stateDir = '', url = ''] = process.argv.slice(2);
const { lockTtl, lockEvery } = TIMING;
const desk = createDesk({ variables: socketVariables(url), stateDir, timing: { lockTtl, lockEvery } });
await desk.start();
