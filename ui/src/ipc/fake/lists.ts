/** Lists and calendar files in the fake. */

import type { HistoryEntry, ListPreview, SavedFile } from "../../bindings";
import type { FakeCommands } from "./keys";

type ListCommands = Pick<
  FakeCommands,
  | "export_keys"
  | "export_history"
  | "export_calendar"
  | "list_history"
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
        left: ["replaced_by"],
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
  let history: HistoryEntry[] = [];

  function save(file: SavedFile, name: string) {
    const at = new Date().toISOString();
    const event = { event: "file_saved", file } as const;
    const line = { at, actor: "person", key: null, keyName: "", lastFour: "", event } as const;
    history = [line, ...history];
    return { folder, file: name, leftOut: 0 };
  }

  return {
    export_keys: ({ form, name }) => save(`keys_${form}`, `${name}.${form}`),
    export_history: ({ form, name }) => save(`history_${form}`, `${name}.${form}`),
    export_calendar: ({ name }) => save("calendar", `${name}.ics`),
    list_history: () => history,
    show_saved_list: () => undefined,
    preview_list: () => ({ is: "preview", preview: somePreview }),
    import_list: () => ({ is: "done", added: 1, changed: 1 }),
    cancel_list: () => undefined,
  };
}
