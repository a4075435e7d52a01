export { createSlackChannel } from './channel.js';
export { toManifest } from './manifest.js';
