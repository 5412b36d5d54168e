/** Size of the models and word lists in bytes, put in by vite.config.ts. */
declare const __READING_BYTES__: number;
