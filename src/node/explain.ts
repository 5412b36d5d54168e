const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder.",
  EACCES: "permission denied.",
  EPERM: "permission denied.",
  EISDIR: "is a folder.",
  ENOTDIR: "a part of its path is no folder.",
  ELOOP: "its links run in a circle.",
  EMFILE: "too many open files.",
  ENAMETOOLONG: "its name is too long.",
  ENOSPC: "the disk is full.",
  EDQUOT: "the disk quota is used up.",
  EROFS: "the disk is read-only.",
  EFBIG: "the file would be larger than allowed.",
  EIO: "the disk reported an error.",
};

/** What the system's error means, for people. */
export function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return WORDS[code ?? ""] ?? `${message ?? String(error)}.`;
}
