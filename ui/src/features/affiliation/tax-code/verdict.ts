/** Why a text is no tax code of a country. */
export type Misfit = "check_digit" | "wrong_form" | "wrong_sign" | "wrong_length";

/** What is to be said about a tax code. It is advice: contracts hold stranger numbers than tables. */
export type TaxCodeVerdict =
  | { verdict: "empty" }
  /** The check digit of one of the country's numbers fits. */
  | { verdict: "fits" }
  /** It has the form of a number that has no check digit. */
  | { verdict: "form_fits" }
  /** Nothing is known about the numbers of this country. */
  | { verdict: "not_checked" }
  /** It fits none of them. `names`: what was expected. */
  | { verdict: "misfit"; why: Misfit; names: string[] };
