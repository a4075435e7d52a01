// Faults with a stable code and a message for the operator that says what to do next. Expected outcomes are
// values (arms of Answer), not errors.

export type ErrorCode =
  'data-missing' | 'data-broken' | 'config-invalid' | 'port-unavailable' | 'usage' | 'input-invalid';

export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
