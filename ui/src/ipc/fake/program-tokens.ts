/** The fake's programs that may have tokens. No program asks; tests permit them. */

import type { KeyId, TokenPermission } from "../../bindings";
import type { FakeCommands } from "./keys";

type Commands = Pick<FakeCommands, "token_permissions" | "end_token_permission">;

let permissions: { key: KeyId; permission: TokenPermission }[] = [];

/** As if the person had allowed a program to have tokens for an hour. */
export function permit(key: KeyId, permission: TokenPermission): void {
  permissions = [...permissions, { key, permission }];
}

/** The commands, without any permission at first. */
export function makeProgramTokens(): Commands {
  permissions = [];
  return {
    token_permissions: ({ key }) =>
      permissions.filter((known) => known.key === key).map(({ permission }) => permission),
    end_token_permission: ({ key, program }) => {
      permissions = permissions.filter(
        (known) => known.key !== key || known.permission.program !== program,
      );
    },
  };
}
