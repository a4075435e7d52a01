/** Signed states are never longer than this (`ask` alone may reach {@link MOST_ASK_STATE}). Only `[A-Za-z0-9_.~-]`. */
export const MOST_STATE = 75;
export const MOST_ASK_STATE = 400;
