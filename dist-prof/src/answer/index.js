export * from './answer.js';
export { createEngine } from './engine.js';
export { DECISION_FEATURES, toListedProbability } from './decision.js';
export { warmUpQuestions } from './warm-up.js';
