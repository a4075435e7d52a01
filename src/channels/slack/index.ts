export { createSlackChannel, type EnabledSlackConfig, type SlackChannelOptions } from './channel.ts';
export { toManifest, type ManifestOptions, type SlackManifest } from './manifest.ts';
export type { AuditOf } from './home.ts';
