/** How a card knows that it stands in practice mode: the frame of the app says so by context. */

/** The name of the context. */
export const PRACTICE = Symbol("practice");

/** Whether it is practice now. */
export type PracticeContext = () => boolean;
