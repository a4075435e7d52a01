/** Thrown by `start` for what an operator must change; `message` says it in Chinese, without secrets. */
export class ChannelStartError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'ChannelStartError';
    }
}
