/** Whether many look on: presenter view is on. It closes the small windows when it comes or goes. */

const start = window.__KEYDESK_START__;

/** Then nothing that is a secret is shown here either. */
export const isPresented = start?.mode === "practice" && start.presenter?.on === true;
