/** The example of the documentation [NP-spec: POST /test-api-keys]. Practice makes a new key for it. */
export const PRACTICE_NUMBER = "+49 821 3437654";
