export { runAsk } from './command.js';
