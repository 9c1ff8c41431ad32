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

/** Where the password of a command begins; null for a command without one. */
function passwordAt([code = 0]: Uint8Array): number | null {
	if (withoutPassword.has(code)) return null;
	return code === 0xff ? 2 : 1;
}

/** Whether a command writes a password into table 2. */
export const holdsSecret = (payload: Uint8Array): boolean =>
	payload[0] === writeTable && payload[5] === passwordTable;

/** A command of ours with its password, and a table 2 value, masked. */
export function maskCommand(payload: Uint8Array): Uint8Array {
	const start = passwordAt(payload);
	if (start === null) return payload;
	const masked = fill(payload, start, start + passwordBytes);
	return holdsSecret(payload) ? fill(masked, 9) : masked;
}

/** A masked command with this password in its place. */
export function withPassword(payload: Uint8Array, password: Uint8Array): Uint8Array {
	const start = passwordAt(payload);
	if (start === null || payload.length < start + passwordBytes) return payload;
	const whole = payload.slice();
	whole.set(password, start);
	return whole;
}

/** An answer to `command`: the values of table 2 are passwords. */
export function maskAnswer(payload: Uint8Array, command: Uint8Array | null): Uint8Array {
	const isPasswordRead =
		payload[0] === readTable && command?.[0] === readTable && command[5] === passwordTable;
	return isPasswordRead ? fill(payload, 2) : payload;
}
