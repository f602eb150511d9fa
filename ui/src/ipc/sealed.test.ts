import { expect, test } from "vitest";
import { openSealed, type Sealed, seal } from "./sealed";

const KEY = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const CIPHER = { name: "AES-GCM", iv: new Uint8Array(12) };

/** Seals as Rust does in `src-tauri/src/sealed.rs`. The tests with the real window use both sides. */
async function sealInRust(secret: string, publicKey: number[]): Promise<Sealed> {
  const pair = await newPair();
  const key = await agree(pair, publicKey, "Key Desk: a secret for a popup window");
  const text = await crypto.subtle.encrypt(CIPHER, key, new TextEncoder().encode(secret));
  return { sealedBy: await publicKeyOf(pair), text: [...new Uint8Array(text)] };
}

/** Opens as Rust does. */
async function openInRust({ sealedBy, text }: Sealed, pair: CryptoKeyPair): Promise<string> {
  const key = await agree(pair, sealedBy, "Key Desk: a secret from a popup window");
  const plain = await crypto.subtle.decrypt(CIPHER, key, new Uint8Array(text));
  return new TextDecoder().decode(plain);
}

function newPair() {
  return crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
}

async function publicKeyOf({ publicKey }: CryptoKeyPair) {
  return [...new Uint8Array(await crypto.subtle.exportKey("raw", publicKey))];
}

async function agree({ privateKey }: CryptoKeyPair, publicKey: number[], purpose: string) {
  const { subtle } = crypto;
  const peer = await subtle.importKey("raw", new Uint8Array(publicKey), CURVE, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: peer }, privateKey, 256);
  const material = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode(purpose);
  return subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

test("the window opens what was sealed for it", async () => {
  expect(await openSealed((publicKey) => sealInRust(KEY, publicKey))).toBe(KEY);
});

test("each request uses a new key pair", async () => {
  const seen: string[] = [];
  for (const _ of [1, 2]) {
    await openSealed((publicKey) => {
      seen.push(publicKey.join());
      return sealInRust(KEY, publicKey);
    });
  }
  expect(seen[0]).not.toBe(seen[1]);
});

test("the window rejects what was sealed for another key or was changed", async () => {
  let other: number[] = [];
  await openSealed((publicKey) => {
    other = publicKey;
    return sealInRust(KEY, publicKey);
  });
  await expect(openSealed(() => sealInRust(KEY, other))).rejects.toThrow();
  const changed = async (publicKey: number[]) => {
    const sealed = await sealInRust(KEY, publicKey);
    return { ...sealed, text: sealed.text.map((byte, index) => (index === 3 ? byte ^ 1 : byte)) };
  };
  await expect(openSealed(changed)).rejects.toThrow();
});

test("only the owner of the public key opens what was typed", async () => {
  const [owner, other] = await Promise.all([newPair(), newPair()]);
  const typed = await seal(KEY, await publicKeyOf(owner));
  await expect(openInRust(typed, other)).rejects.toThrow();
  expect(await openInRust(typed, owner)).toBe(KEY);
});
