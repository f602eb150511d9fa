/**
 * A secret on its way into this window: sealed by Rust for a pair of keys that is made here, used
 * once and never leaves this process. The other half, and why, is `src-tauri/shell/sealed.rs`.
 */

/** A secret that only the window can open that gave its public key. */
export interface Sealed {
  /** The public key on the other side: a point of P-256, uncompressed. */
  sealedBy: number[];
  /** The ciphertext with its tag. */
  text: number[];
}

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const PURPOSE = new TextEncoder().encode("Key Desk: a secret for a small window");

/** Asks with a new public key and opens what comes back. Fails if it was not sealed for this window. */
export async function opened(ask: (publicKey: number[]) => Promise<Sealed>): Promise<string> {
  const { subtle } = crypto;
  const pair = await subtle.generateKey(CURVE, false, ["deriveBits"]);
  const { sealedBy, text } = await ask([
    ...new Uint8Array(await subtle.exportKey("raw", pair.publicKey)),
  ]);
  const peer = await subtle.importKey("raw", new Uint8Array(sealedBy), CURVE, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: peer }, pair.privateKey, 256);
  const material = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const key = await subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: PURPOSE },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["decrypt"],
  );
  // The key is used for this alone, so one nonce is enough.
  const nonce = new Uint8Array(12);
  const plain = await subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, new Uint8Array(text));
  return new TextDecoder().decode(plain);
}
