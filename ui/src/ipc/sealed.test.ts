import { expect, test } from "vitest";
import { opened, type Sealed, sealed } from "./sealed";

const KEY = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const CIPHER = { name: "AES-GCM", iv: new Uint8Array(12) };

/** What Rust does: `src-tauri/src/sealed.rs`. The real window's tests have both halves meet. */
async function seal(secret: string, publicKey: number[]): Promise<Sealed> {
  const pair = await newPair();
  const key = await agree(pair, publicKey, "Key Desk: a secret for a popup window");
  const text = await crypto.subtle.encrypt(CIPHER, key, new TextEncoder().encode(secret));
  return { sealedBy: await publicKeyOf(pair), text: [...new Uint8Array(text)] };
}

/** Likewise. */
async function open({ sealedBy, text }: Sealed, pair: CryptoKeyPair): Promise<string> {
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

test("what was typed is opened by its owner and by nobody else", async () => {
  const [owner, other] = await Promise.all([newPair(), newPair()]);
  const typed = await sealed(KEY, await publicKeyOf(owner));
  await expect(open(typed, other)).rejects.toThrow();
  expect(await open(typed, owner)).toBe(KEY);
});
