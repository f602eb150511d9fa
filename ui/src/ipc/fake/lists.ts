/** Lists and calendar files in the fake. */

import type { ListPreview } from "../../bindings";
import type { FakeCommands } from "./keys";

type ListCommands = Pick<
  FakeCommands,
  | "export_keys"
  | "export_history"
  | "export_calendar"
  | "show_saved_list"
  | "preview_list"
  | "import_list"
  | "cancel_list"
>;

const folder = "/home/olena/Downloads";

/** What a list would change: a line of each effect. */
export const somePreview: ListPreview = {
  reading: { form: "csv", encoding: "utf8", encodingIsGuess: false, dateOrder: null },
  unclearDate: null,
  unknownColumns: ["Our number"],
  unchanged: 3,
  lines: [
    {
      line: 2,
      name: "Warehouse",
      environment: "production",
      lastFour: "4bf2",
      effect: {
        effect: "new",
        fields: [
          { column: "organizations", from: [], to: ["Hanse Textil GmbH"] },
          { column: "expires", from: [], to: ["2027-08-27"] },
        ],
      },
    },
    {
      line: 3,
      name: "Shop",
      environment: "production",
      lastFour: "77aa",
      effect: {
        effect: "changed",
        key: "k-shop",
        fields: [{ column: "expires", from: ["2027-01-31"], to: ["2027-02-28"] }],
        left: ["status"],
      },
    },
    {
      line: 4,
      name: "Old shop",
      environment: null,
      lastFour: "",
      effect: { effect: "refused", problem: { code: "environment_missing" } },
    },
  ],
};

export function makeLists(): ListCommands {
  return {
    export_keys: ({ form, name }) => ({ folder, file: `${name}.${form}`, leftOut: 0 }),
    export_history: ({ form, name }) => ({ folder, file: `${name}.${form}`, leftOut: 0 }),
    export_calendar: ({ name }) => ({ folder, file: `${name}.ics`, leftOut: 0 }),
    show_saved_list: () => undefined,
    preview_list: () => ({ is: "preview", preview: somePreview }),
    import_list: () => ({ is: "done", added: 1, changed: 1 }),
    cancel_list: () => undefined,
  };
}
