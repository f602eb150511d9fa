/** The fake's hand-overs of keys. Nothing is sealed, and only the code below is right. */

import type {
  FilePart,
  HandOver,
  HandOverFile,
  HandOverMethod,
  KeyCard,
  ReceiptResult,
  Receiver,
  ReceiverInfo,
  Recipient,
  RecipientKeyCheck,
  SealedKey,
  SenderFacts,
} from "../../bindings";
import { ADDRESSES } from "../../features/nova-post-addresses";
import type { FakeCommands } from "./keys";
import { receiverInfos } from "./receivers";
import type { Note } from "./register";

type Commands = Pick<
  FakeCommands,
  | "receivers"
  | "hand_overs"
  | "hand_over_recipients"
  | "start_hand_over"
  | "delete_hand_over"
  | "sender_facts"
  | "save_sender_facts"
  | "preview_hand_over_file"
  | "save_hand_over_file"
  | "check_recipient_key"
  | "seal_key"
  | "seal_key_with_passphrase"
  | "save_sealed_key"
  | "note_handed_in_person"
  | "save_hand_over_sheet"
  | "save_hand_over_sheet_pdf"
  | "hand_over_address"
  | "receipt_commands"
  | "check_receipt"
>;

interface Scene {
  find: (id: string) => KeyCard | undefined;
  all: () => readonly KeyCard[];
  note: Note;
  /** A receipt code has shown that the recipient has the key. */
  onArrived: (handOver: HandOver) => void;
}

/** The code that shows that the right key arrived. This one shows another key, and any other none. */
export const RIGHT_CODE = "1a2b3c4d";
export const OTHER_KEYS_CODE = "0badc0de";

/** A public key that the fake takes. */
export const SOME_PUBLIC_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

const folder = "/home/olena/Downloads";

const NO_FACTS: SenderFacts = {
  company: "",
  taxCode: "",
  payerContract: "",
  senderName: "",
  phone: "",
  email: "",
  country: "",
  city: "",
  division: "",
  address: "",
};

const SEALED_TEXT = `-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBleGFtcGxlCmV4YW1wbGUK
-----END AGE ENCRYPTED FILE-----
`;

/** The name of each file's only or first part. */
const FILE_NAMES: Record<HandOverFile, string> = {
  env_example: ".env.example",
  env: ".env",
  postman_environment: "nova-post.postman_environment.json",
  bruno: "bruno.json",
  http_file: "nova-post.http",
  curl_config: "nova-post.curl",
  sheet_text: "sheet.txt",
  sheet_pdf: "sheet.pdf",
};

export function makeHandOvers({ find, all, note, onArrived }: Scene): Commands {
  let handOvers: HandOver[] = [];
  let recipients: Recipient[] = [];
  let lastId = 0;
  const facts = new Map<string, SenderFacts>();

  function get(id: number): HandOver {
    const found = handOvers.find((known) => known.id === id);
    if (!found) throw { code: "not_found" };
    return found;
  }

  function keyOf(id: string): KeyCard {
    const key = find(id);
    if (!key) throw { code: "not_found" };
    return key;
  }

  function save(changed: HandOver): HandOver {
    handOvers = handOvers.map((other) => (other.id === changed.id ? changed : other));
    return changed;
  }

  function remember(name: string, publicKey: string): void {
    const before = recipients.find((known) => known.name === name);
    const comparedAt = before?.publicKey === publicKey ? before.comparedAt : null;
    recipients = [
      { name, publicKey, comparedAt },
      ...recipients.filter((known) => known.name !== name),
    ];
  }

  function give(id: number, method: HandOverMethod): HandOver {
    const before = get(id);
    const { recipient } = before;
    note(keyOf(before.key), { event: "handed_over", recipient, how: method });
    return save({ ...before, method });
  }

  const organizationOf = (key: string) => keyOf(key).organizations[0] ?? "";

  function infoOf(receiver: Receiver): ReceiverInfo | undefined {
    return receiverInfos.find((known) => known.receiver === receiver);
  }

  function parts(handOver: HandOver, file: HandOverFile, comments: string[]): FilePart[] {
    const lines = infoOf(handOver.receiver)?.fields.map(
      ({ name, value }) => `${name}=<${value.kind}>`,
    );
    const text = [...comments.map((comment) => `# ${comment}`), ...(lines ?? []), ""].join("\n");
    const first = { name: FILE_NAMES[file], text };
    return file === "bruno" ? [first, { name: "authorize.bru", text: "get {\n}\n" }] : [first];
  }

  const sealed = (handOver: HandOver): SealedKey => ({ text: SEALED_TEXT, handOver });

  return {
    receivers: () => receiverInfos,
    hand_overs: ({ key }) => handOvers.filter((known) => known.key === key),
    hand_over_recipients: () => recipients,
    start_hand_over: ({ key, receiver, recipient }) => {
      lastId += 1;
      const name = recipient.trim();
      const started: HandOver = {
        id: lastId,
        key: keyOf(key).id,
        at: new Date().toISOString(),
        receiver,
        recipient: name,
        method: null,
        word: "dubikola",
        receipt: null,
      };
      handOvers = [started, ...handOvers];
      remember(name, recipients.find((known) => known.name === name)?.publicKey ?? "");
      return started;
    },
    delete_hand_over: ({ handOver }) => {
      handOvers = handOvers.filter(({ id, method }) => id !== handOver || method !== null);
    },
    sender_facts: ({ key }) => {
      const organization = organizationOf(key);
      return facts.get(organization) ?? { ...NO_FACTS, company: organization };
    },
    save_sender_facts: ({ key, facts: typed }) => {
      facts.set(organizationOf(key), typed);
    },
    preview_hand_over_file: ({ handOver, file, comments }) => {
      const found = get(handOver);
      if (!infoOf(found.receiver)?.files.includes(file))
        return { is: "not_made", problem: { kind: "not_for_receiver" } };
      return { is: "made", parts: parts(found, file, comments) };
    },
    save_hand_over_file: ({ handOver, file, name, withValue }) => {
      if (withValue) give(handOver, { kind: "file_with_value", file });
      return { is: "saved", folder, file: savedName(name, file) };
    },
    check_recipient_key: ({ text }) => checkRecipientKey(text),
    seal_key: ({ handOver, publicKey }) => {
      const check = checkRecipientKey(publicKey);
      if (check.is !== "usable") throw { code: "internal", what: "recipient_key" };
      const given = give(handOver, { kind: "sealed", to: check.fingerprint });
      remember(given.recipient, check.publicKey);
      return sealed(given);
    },
    seal_key_with_passphrase: ({ handOver }) => sealed(give(handOver, { kind: "passphrase" })),
    save_sealed_key: ({ name }) => ({ folder, file: `${name}.age`, leftOut: 0 }),
    note_handed_in_person: ({ handOver }) => give(handOver, { kind: "in_person" }),
    save_hand_over_sheet: ({ name }) => ({ folder, file: `${name}.txt`, leftOut: 0 }),
    save_hand_over_sheet_pdf: ({ name }) => ({ folder, file: `${name}.pdf`, leftOut: 0 }),
    hand_over_address: ({ handOver }) => {
      const environment = find(get(handOver).key)?.environment ?? "production";
      return environment === "ukraine"
        ? "https://api.novaposhta.ua/v2.0/json/"
        : ADDRESSES[environment];
    },
    receipt_commands: ({ handOver }) => {
      const { word } = get(handOver);
      return [
        { tool: "openssl", line: `read -rs KEY; printf %s ${word} | openssl sha256 -hmac "$KEY"` },
        { tool: "power_shell", line: `$key = Read-Host -AsSecureString; # ${word}` },
        { tool: "python", line: `python3 -c "import getpass, hmac; print('${word}')"` },
        { tool: "php", line: `php -r "echo '${word}';"` },
        { tool: "node", line: `node -e "console.log('${word}')"` },
      ];
    },
    check_receipt: ({ handOver, code }) => {
      const typed = code.replace(/[^0-9a-z]/gi, "").toLowerCase();
      if (!/^[0-9a-f]{8}$/.test(typed)) return { is: "not_a_code" };
      const before = get(handOver);
      if (before.receipt?.result.kind === "complete") return { is: "checked", handOver: before };
      const key = keyOf(before.key);
      const other = all().find(({ id }) => id !== key.id);
      let result: ReceiptResult = { kind: "unknown" };
      if (typed === RIGHT_CODE) {
        result = { kind: "complete" };
        onArrived(before);
      }
      if (typed === OTHER_KEYS_CODE && other)
        result = { kind: "other_key", key: other.id, lastFour: other.lastFour };
      note(key, { event: "receipt_checked", result });
      const receipt = { at: new Date().toISOString(), result };
      return { is: "checked", handOver: save({ ...before, receipt }) };
    },
  };
}

/** One part gets the ending of its name; several are in a folder. */
function savedName(name: string, file: HandOverFile): string {
  const ending = FILE_NAMES[file].slice(FILE_NAMES[file].indexOf("."));
  return file === "bruno" || file === "http_file" ? name : `${name}${ending}`;
}

function checkRecipientKey(text: string): RecipientKeyCheck {
  const key = text.trim();
  if (!key) return { is: "not_usable", problem: { kind: "empty" } };
  if (/PRIVATE KEY|AGE-SECRET-KEY-/i.test(key))
    return { is: "not_usable", problem: { kind: "private_key" } };
  if (/^age1[0-9a-z]{58}$/.test(key))
    return { is: "usable", kind: "age", publicKey: key, fingerprint: `age1…${key.slice(-8)}` };
  const [type, data] = key.split(/\s+/);
  if (data && (type === "ssh-ed25519" || type === "ssh-rsa"))
    return {
      is: "usable",
      kind: type === "ssh-rsa" ? "ssh_rsa" : "ssh_ed25519",
      publicKey: `${type} ${data}`,
      fingerprint: `SHA256:${data.slice(-8)}`,
    };
  return { is: "not_usable", problem: { kind: "not_a_key" } };
}
