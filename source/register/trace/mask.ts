// Passwords never leave the driver: in a traced frame their bytes are replaced, in both directions.

const withoutPassword: ReadonlySet<number> = new Set([0xfc, 0xf7, 0x6b, 0x16]);
const passwordBytes = 4;
/** Table 2 holds the passwords of all operators. */
const passwordTable = 2;
const readTable = 0x1f;
const writeTable = 0x1e;

/** The byte that stands for each masked one. */
export const maskByte = 0x2a;

const fill = (payload: Uint8Array, from: number, to?: number): Uint8Array =>
	payload.slice().fill(maskByte, from, to);

/** A command of ours with its password, and a table 2 value, masked. */
export function maskCommand(payload: Uint8Array): Uint8Array {
	const [code = 0] = payload;
	if (withoutPassword.has(code)) return payload;
	const start = code === 0xff ? 2 : 1;
	const masked = fill(payload, start, start + passwordBytes);
	const isPasswordWrite = code === writeTable && payload[5] === passwordTable;
	return isPasswordWrite ? fill(masked, 9) : masked;
}

/** An answer to `command`: the values of table 2 are passwords. */
export function maskAnswer(payload: Uint8Array, command: Uint8Array | null): Uint8Array {
	const isPasswordRead =
		payload[0] === readTable && command?.[0] === readTable && command[5] === passwordTable;
	return isPasswordRead ? fill(payload, 2) : payload;
}
