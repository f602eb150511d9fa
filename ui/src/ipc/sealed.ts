/**
 * Encrypts a secret on its way between Rust and a popup window. Each side makes a new key pair for
 * each secret, and private keys never leave their process. The Rust side, with the reasons, is
 * `src-tauri/src/sealed.rs`.
 */

/** A secret that only the owner of one public key can decrypt. */
export interface Sealed {
  /** The sender's public key: an uncompressed point of P-256. */
  sealedBy: number[];
  /** The ciphertext with its tag. */
  text: number[];
}

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const TO_WINDOW = "Key Desk: a secret for a popup window";
const FROM_WINDOW = "Key Desk: a secret from a popup window";
/** A fixed nonce is safe, because each key encrypts one secret only. */
const CIPHER = { name: "AES-GCM", iv: new Uint8Array(12) };

/**
 * Calls `request` with a new public key and decrypts the answer. Fails if the answer was sealed for
 * another key or was changed.
 */
export async function openSealed(
  request: (publicKey: number[]) => Promise<Sealed>,
): Promise<string> {
  const pair = await newPair();
  const { sealedBy, text } = await request(await publicKeyOf(pair));
  const key = await agree(pair, sealedBy, TO_WINDOW, "decrypt");
  const plain = await crypto.subtle.decrypt(CIPHER, key, new Uint8Array(text));
  return new TextDecoder().decode(plain);
}

/** Encrypts a text for the owner of a public key. */
export async function seal(text: string, publicKey: number[]): Promise<Sealed> {
  const pair = await newPair();
  const key = await agree(pair, publicKey, FROM_WINDOW, "encrypt");
  const cipher = await crypto.subtle.encrypt(CIPHER, key, new TextEncoder().encode(text));
  return { sealedBy: await publicKeyOf(pair), text: [...new Uint8Array(cipher)] };
}

function newPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
}

async function publicKeyOf({ publicKey }: CryptoKeyPair): Promise<number[]> {
  return [...new Uint8Array(await crypto.subtle.exportKey("raw", publicKey))];
}

async function agree(
  { privateKey }: CryptoKeyPair,
  publicKey: number[],
  purpose: string,
  use: "encrypt" | "decrypt",
): Promise<CryptoKey> {
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
    [use],
  );
}
