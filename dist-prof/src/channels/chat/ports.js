// What the chat service and the channels need of the process around them. The app provides them; tests bring
// their own.
export {};
