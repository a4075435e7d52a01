export { ChannelStartError, } from './channel.js';
export { PostponedSendError, UncertainSendError, } from './service.js';
export { createChatService } from './chat-service.js';
export { mayShowInternal } from './policy.js';
export { forgetOld } from './retention.js';
export { MOST_ASK_STATE, MOST_STATE } from './outcome.js';
