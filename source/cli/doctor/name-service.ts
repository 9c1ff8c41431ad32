// A name service that is silent must not hold the program: a look-up cannot be called off, and the process's end waits for it.

/**
 * Bounds what one look-up may take: the system's own patience (5 s, twice, for each name server) would outlast the whole page.
 * Read by the C library upon its first look-up; a person's own setting stays.
 */
export function boundNameService(env: NodeJS.ProcessEnv): void {
	env['RES_OPTIONS'] ??= 'timeout:2 attempts:1';
}
