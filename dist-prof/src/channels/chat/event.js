// What reaches the chat service: a message or a click, stripped of everything that belongs to one platform.
// Channels translate into this and back; they hold no rules of their own about townships, access or memory.
export {};
