/** The fake's reviews of keys. */

import type { HandOver, KeyCard, KeyId, Review, ReviewAction, ReviewFacts } from "../../bindings";
import type { FakeCommands } from "./keys";

type Commands = Pick<
  FakeCommands,
  | "reviews"
  | "start_review"
  | "review_facts"
  | "answer_review_key"
  | "answer_review"
  | "webhooks"
  | "sign_review"
  | "discard_review"
  | "review"
  | "save_review_report"
>;

interface Scene {
  all: () => readonly KeyCard[];
  handOvers: (key: KeyId) => readonly HandOver[];
}

const YEAR = 365 * 86_400_000;

/** The commands of reviews, and what Home shows of them. */
export function makeReviews({ all, handOvers }: Scene) {
  let reviews: Review[] = [];
  let lastId = 0;
  const now = () => new Date().toISOString();
  const isRetired = ({ status }: KeyCard) => status === "deactivated" || status === "replaced";
  const ORDER = ["production", "ukraine", "sandbox"];
  const inUse = () =>
    all()
      .filter((key) => !isRetired(key))
      .sort((one, two) => ORDER.indexOf(one.environment) - ORDER.indexOf(two.environment));
  const open = () => reviews.find(({ signed }) => signed === null) ?? null;
  const signed = () => reviews.filter((review) => review.signed !== null);

  function required<T>(found: T | null | undefined): T {
    if (!found) throw { code: "not_found" };
    return found;
  }

  function save(review: Review): Review {
    reviews = [review, ...reviews.filter(({ id }) => id !== review.id)];
    return review;
  }

  function factsOf(key: KeyCard): ReviewFacts {
    const given = handOvers(key.id).filter(({ method }) => method !== null);
    const people = given.map(({ recipient, at, receiver, receipt }) => ({
      name: recipient,
      given: { at, receiver, hasArrived: receipt?.result.kind === "complete" },
    }));
    const noted = key.places.filter(
      ({ kind, name }) => kind === "person" && !people.some((person) => person.name === name),
    );
    return {
      environment: key.environment,
      createdAt: key.createdAt,
      validUntil: key.validUntil,
      lastCheck: key.lastCheck,
      organizations: key.organizations,
      systems: key.places.filter(({ kind }) => kind === "system").map(({ name }) => name),
      people: [...people, ...noted.map(({ name }) => ({ name, given: null }))],
    };
  }

  function dueFrom(): string | null {
    const keys = inUse();
    if (keys.length === 0) return null;
    const last = signed()[0]?.signed?.at;
    const since = last ?? keys.map(({ addedAt }) => addedAt).sort()[0] ?? now();
    return new Date(Date.parse(since) + YEAR).toISOString();
  }

  const NO_ANSWERS = { need: null, people: null, organizations: null, inPortal: null };

  const commands: Commands = {
    reviews: () => ({
      open: open(),
      inUse: inUse().map(({ id }) => id),
      dueFrom: dueFrom(),
      signed: signed().map(({ id, signed, keys }) => ({
        id,
        signed: required(signed),
        keys: keys.length,
      })),
    }),
    start_review: () => {
      lastId += open() ? 0 : 1;
      const account = { portal: null, webhooks: null };
      return open() ?? save({ id: lastId, startedAt: now(), signed: null, account, keys: [] });
    },
    review_facts: ({ key }) => factsOf(required(all().find(({ id }) => id === key))),
    answer_review_key: ({ review, key, answers }) => {
      const before = required(open()?.id === review ? open() : null);
      const card = required(all().find(({ id }) => id === key));
      const actions: ReviewAction[] = [];
      if (answers.need === "not_needed") actions.push("deactivate");
      else {
        if (answers.people === "somebody_left") actions.push("replace");
        if (answers.organizations === "wrong") actions.push("organizations");
        if (answers.inPortal === false) actions.push("not_in_portal");
        if ([answers.need, answers.people, answers.organizations].includes("unsure")) {
          actions.push("ask");
        }
      }
      const { name, lastFour } = card;
      const reviewed = { key, name, lastFour, at: now(), facts: factsOf(card), answers, actions };
      const keys = [...before.keys.filter((known) => known.key !== key), reviewed];
      return save({ ...before, keys });
    },
    answer_review: ({ review, answers }) =>
      save({ ...required(open()?.id === review ? open() : null), account: answers }),
    webhooks: ({ key }) => ({
      webhooks:
        all().find(({ id }) => id === key)?.environment === "production"
          ? [{ address: "https://shop.example/nova-post/tracking", isActive: true }]
          : [],
      hasMore: false,
    }),
    sign_review: ({ review, name }) => {
      const before = required(open()?.id === review ? open() : null);
      const missing = inUse().filter(({ id }) => !before.keys.some(({ key }) => key === id));
      const keys = missing.map((key) => ({
        key: key.id,
        name: key.name,
        lastFour: key.lastFour,
        at: now(),
        facts: factsOf(key),
        answers: NO_ANSWERS,
        actions: [],
      }));
      const signed = { at: now(), by: name.trim() };
      return save({ ...before, signed, keys: [...before.keys, ...keys] });
    },
    discard_review: ({ review }) => {
      reviews = reviews.filter(({ id, signed }) => id !== review || signed !== null);
    },
    review: ({ review }) => required(reviews.find(({ id }) => id === review)),
    save_review_report: ({ name }) => ({
      folder: "/home/olena/Downloads",
      file: `${name}.pdf`,
      leftOut: 0,
    }),
  };

  return {
    commands,
    toDo: () => {
      const started = open();
      const review = {
        kind: "review" as const,
        openSince: started?.startedAt ?? null,
        lastSigned: signed()[0]?.signed?.at ?? null,
        isDue: false,
      };
      return started ? [review] : [];
    },
  };
}
