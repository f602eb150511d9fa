/** Why a text is no tax code of a country. */
export type Misfit = "check_digit" | "wrong_form" | "wrong_sign" | "wrong_length";
