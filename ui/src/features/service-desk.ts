/** Nova Post's support address [NP-spec: contact]. */
export const SERVICE_DESK = "servicedesk@novapost.com";
