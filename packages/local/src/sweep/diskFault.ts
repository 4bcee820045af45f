import { RecordUnwritable } from "@lapse/core/ledger/unwritable";

const causes: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOSPC: ["the disk is full", "make room there"],
  EDQUOT: ["the disk quota is used up", "make room there"],
  EROFS: ["the disk may only be read", "mount it for writing, or name another --data directory"],
  EACCES: ["this user may not write there", "let this user write there"],
  EPERM: ["the system does not let it be changed", "see its permissions and attributes (lsattr)"],
  ERR_FS_EISDIR: ["a directory is in its place", "move that away, or name another --data directory"],
  EISDIR: ["a directory is in its place", "move that away, or name another --data directory"],
  ENOTDIR: ["a file is in the place of its directory", "name another --data directory"],
  ENOENT: ["its directory is gone", "bring it back, or name another --data directory"],
  EIO: ["the disk reports an error", "see to the disk"],
};

/**
 * What the system said about writing `path`, for the person who runs Lapse: which file, why, and what to do. Throws
 * whatever is not the system's.
 */
export function unwritable(path: string, cause: unknown): RecordUnwritable {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === undefined) throw cause;
  const [why, remedy] = causes[code] ?? [`the system said ${code}`, "see to that"];
  return new RecordUnwritable(`${path} cannot be written, as ${why}`, remedy, cause);
}
