/** The keys, countries and phone book of the fake. */

import type {
  Country,
  Failure,
  GuideRun,
  Home,
  KeyCard,
  Outcome,
  PracticeNumber,
} from "../../bindings";

interface Entry {
  digits: string;
  plays: string;
  outcome?: Outcome;
  failure?: Failure;
}

const DAY = 86_400_000;

/** Some countries, enough for the search. */
export const countries: Country[] = [
  ["AT", 43],
  ["BE", 32],
  ["BG", 359],
  ["CZ", 420],
  ["DE", 49],
  ["EE", 372],
  ["ES", 34],
  ["FR", 33],
  ["GB", 44],
  ["HU", 36],
  ["IT", 39],
  ["LT", 370],
  ["LV", 371],
  ["MD", 373],
  ["NL", 31],
  ["PL", 48],
  ["RO", 40],
  ["SK", 421],
  ["UA", 380],
].map(([region, callingCode]) => ({ region, callingCode }) as Country);

/** The numbers of the practice server, with the outcome that each simulates. */
export const book: Entry[] = [
  { digits: "498213437654", plays: "new_key" },
  {
    digits: "491713920010",
    plays: "active_key",
    outcome: { outcome: "prolonged", from: fromNow(325), to: fromNow(690) },
  },
  {
    digits: "491713920011",
    plays: "expired_key",
    outcome: { outcome: "reactivated", from: fromNow(-20), to: fromNow(345) },
  },
  { digits: "491713920012", plays: "cleaned_up_key" },
  { digits: "491713920040", plays: "phone_refused", failure: { code: "phone_invalid" } },
  { digits: "491713920044", plays: "not_registered", failure: { code: "client_not_found" } },
  { digits: "491713920049", plays: "several_clients", failure: { code: "several_clients" } },
  {
    digits: "491713920029",
    plays: "daily_limit",
    failure: { code: "daily_limit", againAt: fromNow(0.5), key: null },
  },
  {
    digits: "491713920050",
    plays: "service_error",
    failure: { code: "service_error", status: 500 },
  },
  {
    digits: "491713920053",
    plays: "service_unavailable",
    failure: { code: "service_unavailable", status: 503, retryAfter: 30 },
  },
  { digits: "491713920060", plays: "no_answer", failure: { code: "timed_out" } },
  {
    digits: "491713920061",
    plays: "web_page",
    failure: { code: "network_page", status: 200 },
  },
  {
    digits: "491713920062",
    plays: "cut_answer",
    failure: { code: "answer_unreadable", status: 200 },
  },
  { digits: "491713920063", plays: "lost_answer", failure: { code: "unreachable" } },
  { digits: "491713920070", plays: "key_refused" },
  { digits: "491713920071", plays: "short_tokens" },
  { digits: "491713920072", plays: "clock_ahead" },
  { digits: "491713920073", plays: "access_forbidden" },
  { digits: "491713920074", plays: "too_many_tokens" },
  { digits: "491713920075", plays: "token_unavailable" },
  { digits: "491713920076", plays: "list_not_found" },
  { digits: "491713920077", plays: "list_unavailable" },
];

/** One key of each kind. */
export function someKeys(): KeyCard[] {
  return [
    {
      id: "k-test",
      name: "",
      environment: "sandbox",
      lastFour: "4bf2",
      phone: "+49 821 3437654",
      createdAt: fromNow(-2),
      validUntil: fromNow(363),
      status: "active",
      standing: "unchecked",
      replacedBy: null,
      lastVerifiedAt: null,
      lastCheck: null,
      holder: "",
      notes: "",
      company: null,
      otherAccount: null,
      places: [],
      kept: "keychain",
      addedAt: fromNow(-2),
      organizations: [],
    },
    {
      id: "k-live",
      name: "Web shop",
      environment: "production",
      lastFour: "91c0",
      phone: null,
      createdAt: fromNow(-343),
      validUntil: fromNow(22),
      status: "active",
      standing: "active",
      replacedBy: null,
      lastVerifiedAt: fromNow(-3),
      lastCheck: null,
      holder: "Olena Kovalenko",
      notes: "",
      company: null,
      otherAccount: null,
      places: [{ kind: "system", name: "Online shop" }],
      kept: "keychain",
      addedAt: fromNow(-343),
      organizations: ["Hanse Textil GmbH"],
    },
    {
      id: "k-ua",
      name: "Київський склад",
      environment: "ukraine",
      lastFour: "7d1e",
      phone: null,
      createdAt: fromNow(-120),
      validUntil: null,
      status: "active",
      standing: "unchecked",
      replacedBy: null,
      lastVerifiedAt: null,
      lastCheck: null,
      holder: "",
      notes: "",
      company: null,
      otherAccount: null,
      places: [],
      kept: "keychain",
      addedAt: fromNow(-120),
      organizations: ["ТОВ «Київський склад»"],
    },
    {
      id: "k-old",
      name: "",
      environment: "sandbox",
      lastFour: "0a77",
      phone: "+48 601 234567",
      createdAt: fromNow(-400),
      validUntil: fromNow(-35),
      status: "expired",
      standing: "expired",
      replacedBy: null,
      lastVerifiedAt: fromNow(-200),
      lastCheck: null,
      holder: "",
      notes: "",
      company: null,
      otherAccount: null,
      places: [],
      kept: "keychain",
      addedAt: fromNow(-400),
      organizations: [],
    },
  ];
}

/** Some things to do. */
export function someToDo(): Home["toDo"] {
  return [
    {
      kind: "unfinished",
      attempt: 7,
      phone: "+49 171 3920063",
      startedAt: fromNow(-0.05),
      sameDay: true,
    },
    { kind: "key_ends", key: "k-live", at: fromNow(22) },
    { kind: "key_unproven", key: "k-test" },
  ];
}

/** A thousand keys, for the list. */
export function manyKeys(): KeyCard[] {
  const [test, live, ua] = someKeys() as [KeyCard, KeyCard, KeyCard];
  const names = ["Web shop", "Склад Київ", "Księgowość Łódź", "Müller Versand", "Hanse Textil"];
  return Array.from({ length: 1_000 }, (_, number) => {
    const kind = [live, ua, test][number % 3] as KeyCard;
    const isRefused = number % 11 === 0 && number % 7 !== 0;
    return {
      ...kind,
      id: `k-${number}`,
      name: `${names[number % names.length]} ${number + 1}`,
      lastFour: (0x1000 + number).toString(16),
      organizations: kind === test ? [] : [`Organization ${(number % 40) + 1}`],
      createdAt: fromNow(-number - 1),
      validUntil: number % 10 === 0 ? null : fromNow(365 - (number % 400)),
      status: isRefused ? "refused" : kind.status,
      standing: number % 7 === 0 ? "check_due" : isRefused ? "refused" : kind.standing,
      lastCheck: isRefused ? { at: fromNow(-1), result: "refused" } : null,
      lastVerifiedAt: number % 7 === 0 ? fromNow(-395) : kind.lastVerifiedAt,
      addedAt: fromNow(-number - 1),
    } satisfies KeyCard;
  });
}

/** Keys that are in the keychain or in the store, but not in both. */
export function orphans(): Pick<Home, "keys" | "toDo"> {
  const keys = someKeys().map((key): KeyCard => {
    return key.environment === "ukraine" ? key : { ...key, kept: "nowhere" };
  });
  const toDo: Home["toDo"] = [
    { kind: "key_lost", key: "k-live" },
    { kind: "key_lost", key: "k-test" },
    { kind: "key_unlisted", key: "k-unlisted", lastFour: "77aa" },
  ];
  return { keys, toDo };
}

/** Two runs of the guide for Europe. */
export function someRuns(): GuideRun[] {
  return [
    {
      id: 2,
      guide: "europe",
      organization: "Hanse Textil GmbH",
      startedAt: fromNow(-3),
      done: ["person", "account", "offered"],
      answers: { offered: "no" },
      form: "not_started",
      key: null,
    },
    {
      id: 1,
      guide: "europe",
      organization: "Nordlicht Logistik OÜ",
      startedAt: fromNow(-9),
      done: [],
      answers: {},
      form: "not_started",
      key: null,
    },
  ];
}

/** A number that the presenter has added. The British regulator reserves it for fiction. */
export const ownNumbers: PracticeNumber[] = [
  { digits: "447700900123", plays: "expired_key", own: true },
];

/** The value, which the scene must contain. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the scene does not contain this");
  return value;
}

function fromNow(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString();
}
