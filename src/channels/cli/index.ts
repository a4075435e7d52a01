export { runAsk, type AskContext, type AskParts } from './command.ts';
