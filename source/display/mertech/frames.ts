// The bytes of a MERTECH QR-PAY. Pure. The vendor publishes only its driver's protocol; these are what independent open
// clients agree on: sergw3x/mertech_qr, 402d/qrdisplay-sdk, EugeneMir89/mertechQRdisplay. Never tried on a device by us.

/** The longest text that is sent; what a display takes at most is not known. */
const maxBytes = 512;

const command = (word: string): Uint8Array =>
	Uint8Array.from([0x02, 0xf0, 0x03, ...new TextEncoder().encode(word), 0x03]);

export const mertechFrames = {
	/** Leaves the screen empty. */
	clear: command('CLS'),
	/** The display's own picture of a success. */
	success: command('correct'),
	/** The display's own picture of a failure. */
	failure: command('mistake'),
	/**
	 * The display draws the text as a QR by itself. Length in bytes, high byte first: clients that send one byte break
	 * beyond 255, those that count characters break on Cyrillic. null: too long, empty, or not printable ASCII.
	 */
	qr(text: string): Uint8Array | null {
		if (!/^[\u0020-\u007e]+$/.test(text) || text.length > maxBytes) return null;
		const bytes = new TextEncoder().encode(text);
		return Uint8Array.from([
			0x02,
			0xf2,
			0x02,
			bytes.length >> 8,
			bytes.length & 0xff,
			...bytes,
			0x02,
			0xf2,
			0x03,
		]);
	},
} as const;
