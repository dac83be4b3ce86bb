// Inserted text in an Arabic sentence: a name in Latin letters must not pull the words around it out of their order.

/** `text` between U+2068 and U+2069 (Unicode's first strong isolate), so that it keeps its own direction and the sentence keeps its. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
