/** A file that was saved. */
export interface SavedFile {
  /** The full path of the folder. */
  folder: string;
  /** The name of the file, or of the folder with its parts. */
  file: string;
}
