/**
 * Turns a name into the readable part of an id: lower case, accents off, words joined by hyphens.
 * A name with no letter or digit in any script gives the code points in hex, so that ids never collide on "".
 */
export function slug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’']s?(?=\s|$)/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return plain || Array.from(name, (character) => character.codePointAt(0)!.toString(16)).join("-") || "empty";
}
