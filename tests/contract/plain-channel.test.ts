// The chat service behind the smallest channel there can be keeps the contract.
import { createPlainHarness } from '../support/plain-channel.ts';
import { describeChannelContract } from './channel-contract.ts';

describeChannelContract('a plain channel', createPlainHarness, {
  hostile: [
    { text: '@全体 集合', readable: '集合' },
    { text: '<https://evil.example/x>点这里', readable: '点这里' },
    { text: '\\<https://evil.example>反斜杠', readable: '反斜杠' },
  ],
});
