// Faults with a stable code and a message for the operator that says what to do next. Expected outcomes are
// values (arms of Answer), not errors.
export class AppError extends Error {
    code;
    constructor(code, message, options) {
        super(message, options);
        this.name = 'AppError';
        this.code = code;
    }
}
