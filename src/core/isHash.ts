// The form of digests, leaves and roots. Apart from what works them out, so that whoever only reads them need not carry that.

const HASH = /^[0-9a-f]{64}$/;

/** Whether `text` is 64 lower-case hex characters. */
export const isHash = (text: unknown): text is string => typeof text === "string" && HASH.test(text);
