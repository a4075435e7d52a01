import { parseCommand } from './commands.js';
import { quotedTurns } from './history.js';
import { mayBind } from './policy.js';
import { onlyPoints, withoutPointer } from './pointing.js';
/** No township has a longer name. */
const MOST_NAME = 24;
export function createMessageHandler(parts) {
    const { deps, here, finder, history, answering, binding } = parts;
    function ask(message, text, withQuoted) {
        const turns = history.turns(message, message.receivedAt);
        return answering.ask(message, {
            text,
            documentId: here.current(message)?.id ?? null,
            history: withQuoted ? [...turns, ...quotedTurns(message.quoted)] : turns,
            at: message.receivedAt,
            audience: message.audience,
        });
    }
    /** A township's name alone: the answer to “which township?”, or a choice made beforehand. */
    function answerToWhich(message) {
        if (message.text.length > MOST_NAME)
            return null;
        const found = finder.named(message.text, here.documents(message));
        const [document] = found;
        if (!document || found.length > 1)
            return null;
        const turns = history.turns(message, message.receivedAt);
        if (turns.length === 0)
            return binding.chosen(message, document);
        const decided = answering.ask(message, {
            text: message.text,
            documentId: document.id,
            history: turns,
            at: message.receivedAt,
            audience: message.audience,
        });
        return {
            ...decided,
            remember() {
                decided.remember();
                if (here.current(message) === null)
                    binding.choose(message, document);
            },
        };
    }
    function command(message) {
        const parsed = parseCommand(message.text, deps.characters);
        switch (parsed?.type) {
            case undefined:
                return null;
            case 'bind':
                return parsed.sure || finder.named(parsed.name, here.documents(message)).length > 0
                    ? binding.bind(message, parsed.name)
                    : null;
            case 'unbind':
                return binding.unbind(message);
            case 'current':
                return binding.current(message);
            case 'help':
                return { outcome: answering.help(message, 'help'), kind: 'help', remember: () => undefined };
            case 'introduce': {
                const found = finder.named(parsed.name, here.documents(message));
                const [document] = found;
                if (!document || found.length > 1)
                    return null;
                const bound = here.bound(message);
                const isNew = bound === null || bound.document.id === document.id;
                return parsed.forAll && isNew && mayBind(deps.policy, message)
                    ? binding.bindTo(message, document)
                    : binding.chosen(message, document);
            }
        }
    }
    return (message) => {
        const text = message.text.trim();
        const { quoted } = message;
        const isQuoting = quoted !== null && quoted.author === 'person' && quoted.text.trim() !== '';
        const documents = here.documents(message);
        if (isQuoting) {
            const words = [...finder.words(documents, 'township'), ...finder.words(documents, 'county')];
            if (onlyPoints(text, words, deps.characters)) {
                return ask(message, `${quoted.text.trim()} ${withoutPointer(text)}`.trim(), false);
            }
        }
        if (text === '' && quoted === null) {
            return { outcome: answering.help(message, 'help'), kind: 'empty', remember: () => undefined };
        }
        return command(message) ?? answerToWhich(message) ?? ask(message, text, true);
    };
}
