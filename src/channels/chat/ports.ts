// What the chat service and the channels need of the process around them. The app provides them; tests bring
// their own.

/** Milliseconds since 1970. */
export type Clock = () => number;

export type LogFields = Readonly<Record<string, unknown>>;

/** Static messages, facts as fields. Never a token, never the text of a question above `debug`. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** A logger that adds fields to every line. */
  child(fields: LogFields): Logger;
}

export interface Metrics {
  question(platform: string): void;
  decision(platform: string, kind: string): void;
  /** From receipt to the answer handed to the platform. */
  latency(platform: string, milliseconds: number): void;
  /** `code` is of a closed set of the channel; never user text. */
  error(platform: string, code: string): void;
  refusal(platform: string, reason: string): void;
  rateLimited(platform: string, scope: 'person' | 'conversation'): void;
  feedback(platform: string, value: 'good' | 'bad'): void;
  /** A number that a channel keeps, read when somebody asks. Name without prefix: `connected`. */
  gauge(channel: string, name: string, help: string, read: () => number): void;
  /** Counts something of a channel. */
  count(channel: string, name: string, help: string, by?: number): void;
}
