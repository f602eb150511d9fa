/** Saves the files for a developer, with or without the key. */

import type { Failure, FileProblem, HandOver, HandOverFile, Step } from "../../bindings";
import { call } from "../../ipc";
import { datedFileName } from "../../state/file-name";
import { Mutation } from "../../state/mutation.svelte";
import type { SavedFile } from "./saved-file";

/** What a file is made of. */
interface Wanted {
  file: HandOverFile;
  /** The lines at its start. */
  comments: string[];
  /** The start of its name. */
  name: string;
}

export class FileSaver {
  readonly #handOver: () => HandOver;
  readonly #withValue: boolean;
  readonly #saving = new Mutation();
  #wanted: Wanted | null = null;
  #saved = $state.raw<SavedFile | null>(null);
  #problem = $state.raw<FileProblem | null>(null);
  #service = $state<string | null>(null);
  #isKeychainSlow = $state(false);

  /** `withValue`: the files have the key in them. */
  constructor(handOver: () => HandOver, withValue: boolean) {
    this.#handOver = handOver;
    this.#withValue = withValue;
  }

  get busy(): boolean {
    return this.#saving.busy;
  }

  get failure(): Failure | null {
    return this.#saving.failure;
  }

  /** The file that was saved last. */
  get saved(): SavedFile | null {
    return this.#saved;
  }

  /** Why the last file was not made. */
  get problem(): FileProblem | null {
    return this.#problem;
  }

  /** The service that synchronizes the folder: the person has to decide; `null` if none does. */
  get service(): string | null {
    return this.#service;
  }

  /** Whether the keychain has not answered yet. */
  get isKeychainSlow(): boolean {
    return this.#isKeychainSlow;
  }

  /** Resolves to whether the file was saved. */
  save(wanted: Wanted): Promise<boolean> {
    this.#wanted = wanted;
    return this.#write(wanted, false);
  }

  /** Saves the last file although a service gets it with the folder. */
  async saveAllTheSame(): Promise<boolean> {
    return this.#wanted !== null && this.#write(this.#wanted, true);
  }

  /** Saves the last file again, after a failure. */
  async again(): Promise<boolean> {
    return this.#wanted !== null && this.#write(this.#wanted, false);
  }

  /** The person does not want it in that folder. */
  dismiss(): void {
    this.#service = null;
  }

  async #write({ file, comments, name }: Wanted, inSynchronizedFolder: boolean): Promise<boolean> {
    this.#saved = null;
    this.#problem = null;
    this.#service = null;
    await this.#saving.run(async () => {
      const wanted = {
        handOver: this.#handOver().id,
        file,
        comments,
        name: datedFileName(name),
        withValue: this.#withValue,
        inSynchronizedFolder,
      };
      const answer = await call("save_hand_over_file", wanted, (step) => this.#note(step));
      if (answer.is === "saved") this.#saved = answer;
      else if (answer.is === "not_made") this.#problem = answer.problem;
      else this.#service = answer.service;
    });
    this.#isKeychainSlow = false;
    return this.#saved !== null;
  }

  #note({ step }: Step): void {
    this.#isKeychainSlow = step === "keychain_slow";
  }
}
