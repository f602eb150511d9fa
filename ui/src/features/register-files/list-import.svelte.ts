/** A list that the person chose: how it is read, what it would change, and what it changed. */

import type {
  DateOrder,
  ListImported,
  ListPreview,
  ListProblem,
  ReadAs,
  TextEncoding,
} from "../../bindings";
import { call } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";

/** A larger file is not sent to Rust, which has the same limit. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Why nothing of a file is used. The window itself finds a file that it can't read. */
export type FileProblem = ListProblem | { code: "unreadable" };

/** How many keys an import added and changed. */
export type Done = Extract<ListImported, { is: "done" }>;

export class ListImport {
  /** The name of the chosen file. */
  name = $state("");
  /** What the file would change. */
  preview = $state.raw<ListPreview | null>(null);
  /** Why nothing of the file is used. */
  problem = $state.raw<FileProblem | null>(null);
  /** Whether the keys have changed since the preview before. */
  isOutdated = $state(false);
  done = $state.raw<Done | null>(null);
  readAs = $state.raw<ReadAs>({ encoding: null, dateOrder: null });

  readonly reading = new Mutation();
  readonly writing = new Mutation();

  #file: number[] = [];

  /** Reads a file and shows what it would change. */
  async choose(file: File): Promise<void> {
    this.name = file.name;
    this.problem = null;
    this.preview = null;
    this.readAs = { encoding: null, dateOrder: null };
    if (file.size > MOST_BYTES) {
      this.problem = { code: "too_large", limit: MOST_BYTES };
      return;
    }
    try {
      this.#file = Array.from(new Uint8Array(await file.arrayBuffer()));
    } catch {
      // It was deleted, or the person may not read it. The browser says no more.
      this.problem = { code: "unreadable" };
      return;
    }
    await this.read();
  }

  chooseDates(dateOrder: DateOrder): Promise<void> {
    this.readAs = { ...this.readAs, dateOrder };
    return this.read();
  }

  chooseEncoding(encoding: TextEncoding): Promise<void> {
    this.readAs = { ...this.readAs, encoding };
    return this.read();
  }

  /** Reads the chosen file again. */
  async read(): Promise<void> {
    const { readAs } = this;
    await this.reading.run(async () => {
      const check = await call("preview_list", { file: this.#file, readAs });
      // The person may have answered another question meanwhile.
      if (readAs !== this.readAs) return;
      this.isOutdated = false;
      this.problem = check.is === "refused" ? check.problem : null;
      this.preview = check.is === "preview" ? check.preview : null;
    });
  }

  async confirm(): Promise<void> {
    await this.writing.run(async () => {
      const imported = await call("import_list", {});
      if (imported.is === "outdated") {
        this.preview = imported.preview;
        this.isOutdated = true;
        return;
      }
      this.done = imported;
      this.#file = [];
    });
  }

  /** Returns to the page on which a file is chosen. */
  async cancel(): Promise<void> {
    this.preview = null;
    this.problem = null;
    this.#file = [];
    this.writing.forget();
    this.reading.forget();
    await call("cancel_list", {});
  }
}
