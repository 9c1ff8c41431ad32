// The operating system's word for what went wrong with a file.

/** `ENOENT`, `EACCES` …; `UNKNOWN` for what is no system error. */
export const errorCode = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
