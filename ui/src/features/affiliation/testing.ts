/** Opens the page of the affiliation email in tests. */

import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import english from "../../../locales/en.ftl?raw";
import type { Affiliation as Form, Mode } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import Affiliation from "./Affiliation.svelte";

export const RUN = 2;
export const FILLED: Form = {
  organization: "Hanse Textil GmbH",
  country: "DE",
  taxCode: "DE136695976",
  fullName: "Anna Schmidt",
  phone: "0821 3437654",
  phoneCountry: "DE",
  email: "anna@firma.example",
  managerEmail: "manager@novapost.example",
  language: "en",
};

export async function enter(mode: Mode) {
  await session.begin(startInfo({ mode, region: "DE" }));
  adopt("en", english);
}

export async function open(form?: Partial<Form>) {
  if (form) await call("save_affiliation", { run: RUN, form: { ...FILLED, ...form } });
  router.start({ page: "guide", guide: "europe", run: RUN });
  router.go({ page: "affiliation", run: RUN });
  render(Affiliation, { route: { page: "affiliation", run: RUN } });
  return screen.findByTestId("email-body");
}

export async function type(id: string, text: string) {
  const field = screen.getByTestId(id);
  await userEvent.clear(field);
  await userEvent.type(field, text);
  return field;
}
