import { expect, test } from "vitest";
import { opened, type Sealed } from "./sealed";

const KEY = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const CURVE = { name: "ECDH", namedCurve: "P-256" };

/** What Rust does: `src-tauri/shell/sealed.rs`. The real window's tests have both halves meet. */
async function seal(secret: string, publicKey: number[]): Promise<Sealed> {
  const { subtle } = crypto;
  const pair = await subtle.generateKey(CURVE, false, ["deriveBits"]);
  const peer = await subtle.importKey("raw", new Uint8Array(publicKey), CURVE, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: peer }, pair.privateKey, 256);
  const material = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("Key Desk: a secret for a small window");
  const key = await subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  const plain = new TextEncoder().encode(secret);
  const text = await subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, key, plain);
  return {
    sealedBy: [...new Uint8Array(await subtle.exportKey("raw", pair.publicKey))],
    text: [...new Uint8Array(text)],
  };
}

test("what was sealed for the window is opened", async () => {
  expect(await opened((publicKey) => seal(KEY, publicKey))).toBe(KEY);
});

test("each time another pair of keys is used", async () => {
  const seen: string[] = [];
  for (const _ of [1, 2]) {
    await opened((publicKey) => {
      seen.push(publicKey.join());
      return seal(KEY, publicKey);
    });
  }
  expect(seen[0]).not.toBe(seen[1]);
});

test("what was sealed for somebody else, or changed on the way, is not shown", async () => {
  let other: number[] = [];
  await opened((publicKey) => {
    other = publicKey;
    return seal(KEY, publicKey);
  });
  await expect(opened(() => seal(KEY, other))).rejects.toThrow();
  const changed = async (publicKey: number[]) => {
    const sealed = await seal(KEY, publicKey);
    return { ...sealed, text: sealed.text.map((byte, index) => (index === 3 ? byte ^ 1 : byte)) };
  };
  await expect(opened(changed)).rejects.toThrow();
});
