// The buttons of an answer: those of the neutral reply, signed, and those that only a chat has.
import type { DutyDocument } from '../../duty/index.ts';
import type { Reply, ReplyAction } from '../../reply/index.ts';
import type { ActionSigner } from './action-state.ts';
import { MOST_STATE, type ChatAction, type ReplyOutcome } from './outcome.ts';
import { wording } from './wording.zh.ts';

export interface Actions {
  ofReply(reply: Reply, questionId: string | null): ChatAction[];
  ask(label: string, question: string): ChatAction;
  township(document: DutyDocument, questionId: string | null): ChatAction;
  changeTownship(questionId: string): ChatAction;
  bind(document: DutyDocument): ChatAction;
  publish(questionId: string): ChatAction;
  feedback(questionId: string): ChatAction[];
  page(outcome: ReplyOutcome, page: number): ChatAction | null;
}

const MOST_PAGE = 999;

export function createActions(signer: ActionSigner): Actions {
  const ask = (label: string, question: string): ChatAction => ({
    type: 'ask',
    label,
    state: signer.sign({ type: 'ask', question }),
    question,
  });
  const township = (document: DutyDocument, questionId: string | null): ChatAction => ({
    type: 'choose-township',
    label: document.township,
    state: signer.sign({ type: 'choose-township', documentId: document.id, questionId }),
    question: document.township,
  });
  const toAction = (action: ReplyAction, questionId: string | null): ChatAction => {
    switch (action.type) {
      case 'ask':
        return ask(action.label, action.question);
      case 'open-item':
        return {
          type: 'open-item',
          label: action.label,
          state: signer.sign({ type: 'open-item', itemId: action.itemId }),
          question: action.itemId,
        };
      case 'choose-township':
        return {
          type: 'choose-township',
          label: action.label,
          state: signer.sign({ type: 'choose-township', documentId: action.documentId, questionId }),
          question: action.label,
        };
    }
  };
  return {
    ofReply: (reply, questionId) => reply.actions.map((action) => toAction(action, questionId)),
    ask,
    township,
    changeTownship: (questionId) => ({
      type: 'change-township',
      label: wording.label.changeTownship,
      state: signer.sign({ type: 'change-township', questionId }),
      question: null,
    }),
    bind: (document) => ({
      type: 'bind',
      label: wording.label.bind(document.township),
      state: signer.sign({ type: 'bind', documentId: document.id }),
      question: wording.label.bindQuestion(document.township),
    }),
    publish: (questionId) => ({
      type: 'publish',
      label: wording.label.publish,
      state: signer.sign({ type: 'publish', questionId }),
      question: null,
    }),
    feedback: (questionId) =>
      (['good', 'bad'] as const).map((value) => ({
        type: value === 'good' ? 'feedback-good' : 'feedback-bad',
        label: wording.label[value],
        state: signer.sign({ type: 'feedback', questionId, value }),
        question: null,
      })),
    page(outcome, page) {
      if (page < 0 || page > MOST_PAGE) return null;
      const { itemId } = outcome.reply;
      const { questionId } = outcome;
      if (itemId === null && questionId === null) return null;
      const stateOf = (ofQuestion: string | null): string =>
        itemId !== null
          ? signer.sign({ type: 'item-page', itemId, page, questionId: ofQuestion })
          : signer.sign({ type: 'question-page', questionId: questionId ?? '', page });
      const long = stateOf(questionId);
      const state = long.length > MOST_STATE ? stateOf(null) : long;
      const isFirst = page === 0 && outcome.view.mode === 'summary';
      return {
        type: isFirst ? 'full-text' : 'page',
        label: isFirst ? wording.label.fullText : wording.label.page(page),
        state,
        question: null,
      };
    },
  };
}
