/** Thrown by `send` when the platform may or may not have taken the answer (a cut connection): never sent again blindly. */
export class UncertainSendError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'UncertainSendError';
    }
}
/** Thrown by `send` when the answer certainly was not sent and this process is ending: the next one sends it. */
export class PostponedSendError extends Error {
    constructor(message) {
        super(message);
        this.name = 'PostponedSendError';
    }
}
